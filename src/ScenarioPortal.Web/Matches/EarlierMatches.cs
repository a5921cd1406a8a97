using Npgsql;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// What an earlier judge looked at last is judged again, batch by batch: opportunities from the newest on, then capabilities. A batch is one transaction, so one that is
/// cut off is simply still to be done; nodes share the work, as rows that one has taken are left to it.
/// </summary>
internal sealed partial class EarlierMatches(PairJudge judge, JudgeSeat seat, NpgsqlDataSource source, TimeProvider time, ILogger<EarlierMatches> log)
{
    private const int Opportunities = 200;

    /// <summary>For each of them some forty needs are looked at with all their candidates.</summary>
    private const int Capabilities = 50;

    /// <summary>When nothing was left. Another node may have held rows and died, or an earlier version may still be running.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>Pages are served meanwhile.</summary>
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    private (int Judge, DateTimeOffset At)? _nothingLeft;

    /// <summary>One batch; says how many opportunities or capabilities it had.</summary>
    public async Task<int> JudgeAsync(int number, CancellationToken cancellation)
    {
        if (_nothingLeft is var (settled, at) && settled == number && time.GetUtcNow() - at < LookAgainAfter)
        {
            return 0;
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await seat.HoldAsync(connection, number, cancellation))
        {
            return 0;
        }

        var (side, ids) = await NextAsync(connection, number, cancellation);
        if (ids.Length == 0)
        {
            _nothingLeft = (number, time.GetUtcNow());
            return 0;
        }

        try
        {
            await judge.JudgeAsync(number, side is Side.Need ? ids : [], side is Side.Capability ? ids : [], Threads, connection, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            await transaction.DisposeAsync();
            await LeaveAsync(number, side, ids, exception, cancellation);
        }

        return ids.Length;
    }

    private static async Task<(Side Side, Guid[] Ids)> NextAsync(NpgsqlConnection connection, int number, CancellationToken cancellation) =>
        await JudgeStore.WaitingAsync(connection, number, Side.Need, Opportunities, cancellation) is { Length: > 0 } needs ? (Side.Need, needs)
        : await JudgeStore.WaitingAsync(connection, number, Side.Capability, Capabilities, cancellation) is { Length: > 0 } capabilities ? (Side.Capability, capabilities)
        : (Side.Need, await JudgeStore.StraysAsync(connection, number, Opportunities, cancellation));

    /// <summary>The backlog takes them one by one, tries again with pauses, and keeps what went wrong where a person sees it.</summary>
    private async Task LeaveAsync(int number, Side side, Guid[] ids, Exception exception, CancellationToken cancellation)
    {
        Failed(exception, ids.Length);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await JudgeStore.JudgedAsync(connection, number, side, ids, cancellation);
        await JudgeStore.LeaveToBacklogAsync(connection, side, ids, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} opportunities or capabilities could not be judged again together; the backlog takes them one by one")]
    private partial void Failed(Exception exception, int count);
}
