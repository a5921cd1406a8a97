using System.Diagnostics;

namespace ScenarioPortal.Data.Embedded;

/// <summary>Waiting for another process, which can only be asked again and again.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> WaitForAsync<T>(Func<Task<T?>> ask, TimeSpan limit, string refusal, CancellationToken cancellation)
        where T : class
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (Stopwatch.GetElapsedTime(start) > limit)
            {
                throw new EmbeddedPostgresException(refusal);
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
