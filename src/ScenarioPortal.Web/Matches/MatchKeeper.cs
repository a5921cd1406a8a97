using Npgsql;
using ScenarioPortal.Data.Outbox;

namespace ScenarioPortal.Web.Matches;

/// <summary>Keeps the stored matches up to date: takes what changed from the outbox and has it judged; when nothing is due, what an earlier judge looked at last.</summary>
internal sealed class MatchKeeper(PairJudge judge, JudgeSeat seat, OutboxBacklog backlog, EarlierMatches earlier)
{
    private const int Batch = 200;

    /// <summary>Does the due work once; says how many opportunities and capabilities that were.</summary>
    public async Task<int> WorkAsync(CancellationToken cancellation) =>
        await seat.TakeAsync(cancellation) is not { } number ? 0
            : await DueAsync(number, cancellation) is > 0 and var done ? done
            : await earlier.JudgeAsync(number, cancellation);

    private async Task<int> DueAsync(int number, CancellationToken cancellation)
    {
        try
        {
            return await backlog.TakeAsync(Batch, (work, connection) => JudgeAsync(number, work, connection, cancellation), cancellation);
        }
        catch (OutboxWorkFailedException failure) when (failure.Work.Count > 1)
        {
            return await OneByOneAsync(number, failure.Work.Count, cancellation);
        }
        catch (OutboxWorkFailedException failure)
        {
            await backlog.PutOffAsync(failure.Work, failure.InnerException!.Message, cancellation);
            throw;
        }
    }

    /// <summary>A batch failed: one bad row must not hold up the others.</summary>
    private async Task<int> OneByOneAsync(int number, int count, CancellationToken cancellation)
    {
        List<Exception> failures = [];
        for (var i = 0; i < count; i++)
        {
            try
            {
                await backlog.TakeAsync(1, (work, connection) => JudgeAsync(number, work, connection, cancellation), cancellation);
            }
            catch (OutboxWorkFailedException failure)
            {
                await backlog.PutOffAsync(failure.Work, failure.InnerException!.Message, cancellation);
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    private async Task<bool> JudgeAsync(int number, IReadOnlyList<OutboxWork> work, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await seat.HoldAsync(connection, number, cancellation))
        {
            return false;
        }

        await judge.JudgeAsync(number, IdsOf(OutboxKind.OpportunityChanged), IdsOf(OutboxKind.CapabilityChanged), Environment.ProcessorCount, connection, cancellation);
        return true;

        Guid[] IdsOf(OutboxKind kind) => [.. work.Where(w => w.Kind == kind).Select(w => w.SubjectId).Distinct()];
    }
}
