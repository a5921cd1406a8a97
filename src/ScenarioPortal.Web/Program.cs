using ScenarioPortal.Data.Embedded;
using ScenarioPortal.Web.Commands;
using ScenarioPortal.Web.Hosting;

ThreadRoom.Make();
try
{
    // A command stands first; without one the portal serves, as test hosts and containers expect.
    return args is [var command, ..] && !command.StartsWith('-')
        ? await PortalCommands.RunAsync(args)
        : await PortalServer.RunAsync(new ServerOptions { Arguments = args });
}
catch (Exception refusal) when (refusal is EmbeddedPostgresException or UnsafeSettingsException)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>The entry point, by which test hosts find the portal.</summary>
public partial class Program;
