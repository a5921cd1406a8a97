using ILogger = Serilog.ILogger;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What nobody caught is at least written down.</summary>
internal static class LastResort
{
    public static void Watch(ILogger log)
    {
        TaskScheduler.UnobservedTaskException += (_, lost) =>
        {
            log.Error(lost.Exception, "A task failed and nobody looked");
            lost.SetObserved();
        };
        AppDomain.CurrentDomain.UnhandledException += (_, lost) =>
        {
            log.Fatal(lost.ExceptionObject as Exception, "The portal fails");
            (log as IDisposable)?.Dispose();
        };
    }
}
