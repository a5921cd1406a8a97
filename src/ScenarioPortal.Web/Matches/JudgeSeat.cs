using Npgsql;
using ScenarioPortal.Data.Matches;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Whether this node may judge. All nodes of one program do so together; of two programs that run side by side the newer judges, and the older leaves it to the newer
/// until none of those has been seen for a while. Whenever another program or other words come into force, everything is judged again.
/// </summary>
internal sealed partial class JudgeSeat(LiveIndex index, NpgsqlDataSource source, JudgingProgram program, ILogger<JudgeSeat> log)
{
    /// <summary>A newer program that was not seen for so long runs no more.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(10);

    /// <summary>The number under which this node judges; null while it leaves that to a newer program.</summary>
    public async Task<int?> TakeAsync(CancellationToken cancellation)
    {
        await index.TakeInAsync(cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await JudgeStore.InForceAsync(connection, cancellation) is { } inForce)
        {
            if (LeavesItTo(inForce))
            {
                return null;
            }

            if (IsThis(inForce))
            {
                if (inForce.Unseen > SeenEvery)
                {
                    await JudgeStore.SeeAsync(connection, inForce.Id, cancellation);
                }

                return inForce.Id;
            }
        }

        return await TakeOverAsync(connection, cancellation);
    }

    /// <summary>Until this transaction ends nobody else comes into force; false when somebody has already, and this node must not judge under its number.</summary>
    public async Task<bool> HoldAsync(NpgsqlConnection connection, int judge, CancellationToken cancellation)
    {
        await JudgeStore.HoldAsync(connection, cancellation);
        await index.TakeInAsync(cancellation);
        return await JudgeStore.InForceAsync(connection, cancellation) is { } inForce && inForce.Id == judge && IsThis(inForce);
    }

    private async Task<int?> TakeOverAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await JudgeStore.HoldAloneAsync(connection, cancellation);

        // Read now, while nobody else can come into force: whoever did so before did it with words that are in the database, so no two nodes undo each other's.
        await index.ReadWordsAsync(cancellation);
        var inForce = await JudgeStore.InForceAsync(connection, cancellation);
        if (inForce is not null && LeavesItTo(inForce))
        {
            return null;
        }

        if (inForce is null || !IsThis(inForce))
        {
            inForce = await JudgeStore.TakeOverAsync(connection, program.Version, index.Words, cancellation);
            await transaction.CommitAsync(cancellation);
            TookOver(inForce.Id, program.Version, index.Words);
        }

        return inForce.Id;
    }

    private bool IsThis(JudgeInForce inForce) => inForce.Program == program.Version && inForce.Words == index.Words;

    private bool LeavesItTo(JudgeInForce inForce) => program.IsOlderThan(inForce.Program) && inForce.Unseen < GivenUpAfter;

    [LoggerMessage(LogLevel.Information, "Judge {Judge} comes into force ({Program}, words {Words}): everything is judged again")]
    private partial void TookOver(int judge, string program, string words);
}
