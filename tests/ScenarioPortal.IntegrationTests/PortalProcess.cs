using System.Diagnostics;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.IntegrationTests;

/// <summary>A command of the portal as its users run it: a process of its own, on a database of the tests.</summary>
internal static class PortalProcess
{
    public static Process Start(DatabaseAccess access, params IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ScenarioPortal.Web.dll"), .. arguments])
        {
            Environment = { ["ConnectionStrings__Portal"] = access.Owner, ["ConnectionStrings__PortalApplication"] = access.ApplicationSignIn },
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
}
