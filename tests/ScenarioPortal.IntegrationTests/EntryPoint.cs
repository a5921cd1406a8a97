using ScenarioPortal.IntegrationTests.Embedded;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ScenarioPortal.IntegrationTests;

internal static class EntryPoint
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        [PostgresHolder.Verb, var directory] => PostgresHolder.HoldAsync(directory),
        _ when arguments.Contains("--server") || arguments.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(arguments),
    };
}
