using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using ScenarioPortal.Web.Hosting;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace ScenarioPortal.UnitTests.Deployment;

/// <summary>The container files are not built by these tests, so their shape is kept here.</summary>
public sealed partial class ComposeFileTests
{
    private static readonly string Root = RepositoryRoot();
    private static readonly string ComposeText = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));
    private static readonly YamlMappingNode Compose = Read(ComposeText);

    [Fact]
    public void The_portal_waits_for_a_healthy_database()
    {
        Assert.Equal("service_healthy", At(Compose, "services", "portal", "depends_on", "database", "condition").ToString());
        Assert.Contains("pg_isready", At(Compose, "services", "database", "healthcheck", "test").ToString(), StringComparison.Ordinal);
        Assert.Equal("postgres:17", At(Compose, "services", "database", "image").ToString());
    }

    [Fact]
    public void What_must_last_is_in_named_volumes()
    {
        var named = ((YamlMappingNode)At(Compose, "volumes")).Children.Keys.Select(name => name.ToString()).ToList();

        var mounted = ((YamlMappingNode)At(Compose, "services")).Children.Values
            .SelectMany(service => (YamlSequenceNode)service["volumes"])
            .Select(volume => volume.ToString().Split(':')[0]);

        Assert.Equal(named.Order(), mounted.Distinct().Order());
        Assert.Contains("database:/var/lib/postgresql/data", ComposeText, StringComparison.Ordinal);
    }

    [Fact]
    public void No_password_is_written_down()
    {
        var passwords = Password().Matches(ComposeText).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(passwords);
        Assert.All(passwords, password => Assert.Matches(@"^\$\{(POSTGRES_PASSWORD|PORTAL_APPLICATION_PASSWORD):\?", password));
        Assert.Equal(2, passwords.Select(password => password.Split(':')[0]).Distinct().Count());
        Assert.Contains(File.ReadLines(Path.Combine(Root, ".env.example")), line => line == "POSTGRES_PASSWORD=");
        Assert.Contains(File.ReadLines(Path.Combine(Root, ".env.example")), line => line == "PORTAL_APPLICATION_PASSWORD=");
    }

    [Fact]
    public void The_portal_starts_with_these_settings()
    {
        var settings = ((YamlMappingNode)At(Compose, "services", "portal", "environment")).Children.ToDictionary(
            s => s.Key.ToString().Replace("__", ":", StringComparison.Ordinal), s => (string?)Default().Replace(s.Value.ToString(), m => m.Groups[2].Success ? m.Groups[2].Value : "4f7d21c9"));
        settings["urls"] = "http://+:8080";

        StartUpChecks.Require(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment: false);

        Assert.Contains("127.0.0.1", settings["AllowedHosts"]!.Split(';'));
    }

    [Fact]
    public void Every_variable_is_in_the_example()
    {
        var example = File.ReadLines(Path.Combine(Root, ".env.example")).Select(line => line.Split('=')[0]).ToHashSet();

        Assert.All(Variable().Matches(ComposeText), variable => Assert.Contains(variable.Groups[1].Value, example));
    }

    [Fact]
    public void The_image_runs_without_rights_and_tells_its_health()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));
        var runtime = lines.SkipWhile(line => !line.StartsWith("FROM mcr.microsoft.com/dotnet/aspnet:10.0", StringComparison.Ordinal)).ToList();

        Assert.Equal("USER $APP_UID", Assert.Single(runtime, line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Contains(runtime, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("FROM ", StringComparison.Ordinal) && line.Contains("latest", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_is_copied_before_its_packages_are_restored()
    {
        var beforeRestore = File.ReadLines(Path.Combine(Root, "Dockerfile")).TakeWhile(line => !line.StartsWith("RUN dotnet restore", StringComparison.Ordinal)).ToList();

        var projects = Directory.GetDirectories(Path.Combine(Root, "src"), "ScenarioPortal.*").Select(Path.GetFileName);

        Assert.All(projects, project => Assert.Contains(beforeRestore, line => line.StartsWith($"COPY src/{project}/", StringComparison.Ordinal)));
    }

    private static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (current, name) => current[name]);

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ScenarioPortal.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the checkout.");
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"password[:=]\s*([^;\r\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"\$\{(\w+)(?::-([^}]*)|:\?[^}]*)\}")]
    private static partial Regex Default();

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex Variable();
}
