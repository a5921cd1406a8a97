using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.Web.Commands;

/// <summary><c>./portal verify</c>: 0 when everything is as it was left, 1 with the first thing that is not. Changes nothing.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(string? folder, FileInfo? heads, CancellationToken cancellation)
    {
        var configuration = CommandHost.ReadConfiguration();
        var paths = PortalServer.PathsOf(new ServerOptions { Folder = folder }, configuration);
        await using var database = await OpenDatabase.OpenAsync(configuration, paths, cancellation);
        var file = heads is null ? new HeadFile(paths) : new HeadFile(heads.FullName);
        try
        {
            await new Verification(database.Access.Owner, file, Console.WriteLine).RunAsync(cancellation);
            Console.WriteLine("Verified: nothing was changed.");
            return 0;
        }
        catch (ChainBrokenException broken)
        {
            await Console.Error.WriteLineAsync($"BROKEN: {broken.Message}");
            return 1;
        }
    }
}
