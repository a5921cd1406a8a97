using System.CommandLine;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.Web.Commands;

/// <summary>The commands of <c>./portal</c> and what each accepts.</summary>
internal static class PortalCommands
{
    private static readonly Option<string?> Folder = new("--data") { Description = "The portal's own folder (default .data)", HelpName = "DIR" };

    public static Task<int> RunAsync(string[] args) =>
        new RootCommand("ScenarioPortal 场景供需平台") { Run(), Import(), Match(), Duplicates(), CreateAdmin(), Verify(), HealthCheck() }.Parse(args is ["help", .. var about] ? [.. about, "--help"] : args).InvokeAsync();

    private static Command Run()
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen (default {ServerOptions.UsualUrl})", HelpName = "URL" };
        var empty = new Option<bool>("--empty") { Description = "Do not fill an empty database with the demonstration lists" };
        var command = new Command("run", "Serve the portal") { urls, Folder, empty };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => PortalServer.RunAsync(new ServerOptions
        {
            Arguments = [.. parsed.UnmatchedTokens],
            Urls = parsed.GetValue(urls),
            Folder = parsed.GetValue(Folder),
            WithDemonstration = !parsed.GetValue(empty),
            Announce = true
        }));
        return command;
    }

    private static Command Import()
    {
        var kind = new Argument<string>("list") { Description = "opportunities or capabilities" };
        kind.AcceptOnlyFromAmong("opportunities", "capabilities");
        var file = new Argument<FileInfo>("file") { Description = "An .xlsx, .xls, .csv or .jsonl file" };
        var publish = new Option<bool>("--publish") { Description = "Also release the rows as a numbered batch" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, keep nothing" };
        var command = new Command("import", "Import a list file") { kind, file, publish, dryRun, Folder };
        command.SetAction((parsed, cancellation) => ImportCommand.RunAsync(new ImportArguments
        {
            Kind = parsed.GetValue(kind) == "opportunities" ? ListKind.Opportunities : ListKind.Capabilities,
            File = parsed.GetValue(file)!,
            Publish = parsed.GetValue(publish),
            DryRun = parsed.GetValue(dryRun),
            Folder = parsed.GetValue(Folder)
        }, cancellation));
        return command;
    }

    private static Command Match()
    {
        var top = new Option<int>("--top") { Description = "How many matches for each", DefaultValueFactory = _ => 10 };
        var output = new Option<FileInfo>("--out") { Description = "The file to write", Required = true };
        var direction = new Option<string>("--direction") { Description = "opportunity (default) or capability", DefaultValueFactory = _ => "opportunity" };
        direction.AcceptOnlyFromAmong("opportunity", "capability");
        var export = new Command("export", "Write the best matches of everything, one line each") { top, output, direction, Folder };
        export.SetAction((parsed, cancellation) => MatchExportCommand.RunAsync(new MatchExportArguments
        {
            Top = parsed.GetValue(top),
            File = parsed.GetValue(output)!,
            ByCapability = parsed.GetValue(direction) == "capability",
            Folder = parsed.GetValue(Folder)
        }, cancellation));
        return new Command("match", "Work with matches") { export };
    }

    private static Command Duplicates()
    {
        var file = new Argument<FileInfo>("file") { Description = "Lines of {\"a\":{title,description,region},\"b\":{…}}" };
        var command = new Command("duplicates", "Say of pairs of needs whether they are the same") { file, Folder };
        command.SetAction((parsed, cancellation) => DuplicatesCommand.RunAsync(parsed.GetValue(file)!, parsed.GetValue(Folder), Console.Out, cancellation));
        return command;
    }

    private static Command Verify()
    {
        var heads = new Option<FileInfo?>("--heads") { Description = "A copy of heads.jsonl that was kept elsewhere (default DIR/audit/heads.jsonl)", HelpName = "FILE" };
        var command = new Command("verify", "Find any change to the audit trail or to a list release") { heads, Folder };
        command.SetAction((parsed, cancellation) => VerifyCommand.RunAsync(parsed.GetValue(Folder), parsed.GetValue(heads), cancellation));
        return command;
    }

    private static Command CreateAdmin()
    {
        var email = new Argument<string>("email") { Description = "Their mail address, with which they sign in" };
        var role = new Option<string>("--role") { Description = "system (default), security or audit", DefaultValueFactory = _ => "system" };
        role.AcceptOnlyFromAmong([.. CreateAdminCommand.Roles.Keys]);
        var command = new Command("create-admin", "Print a one-time link for an administrator") { email, role, Folder };
        command.SetAction((parsed, cancellation) => CreateAdminCommand.RunAsync(
            parsed.GetValue(email)!, parsed.GetValue(role)!, parsed.GetValue(Folder), cancellation));
        return command;
    }

    private static Command HealthCheck()
    {
        var url = new Option<Uri>("--url") { Description = "Where the portal listens", DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080") };
        var command = new Command("healthcheck", "Ask a running portal whether it is ready") { url };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                using var answer = await client.GetAsync(new Uri(parsed.GetValue(url)!, "/health/ready"), cancellation);
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (HttpRequestException)
            {
                return 1;
            }
        });
        return command;
    }
}
