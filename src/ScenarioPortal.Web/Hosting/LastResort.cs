using Serilog;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What nobody caught is at least written down.</summary>
internal static class LastResort
{
    public static void Watch()
    {
        TaskScheduler.UnobservedTaskException += (_, lost) =>
        {
            Log.Error(lost.Exception, "A task failed and nobody looked");
            lost.SetObserved();
        };
        AppDomain.CurrentDomain.UnhandledException += (_, lost) =>
        {
            Log.Fatal(lost.ExceptionObject as Exception, "The portal fails");
            Log.CloseAndFlush();
        };
    }
}
