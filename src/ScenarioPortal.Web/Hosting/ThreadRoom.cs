namespace ScenarioPortal.Web.Hosting;

/// <summary>
/// Threads for those who wait. Judging keeps as many threads of the pool busy as there are cores, and the pool adds one that is missing only every half second: until then a
/// page, a commit or a change that was told of would stand still.
/// </summary>
internal static class ThreadRoom
{
    private const int BesideCores = 8;

    public static void Make()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + BesideCores), completions);
    }
}
