using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Outbox;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Lets a language model read what is published and has no vector of its text yet, a batch at a time, as long as the portal runs. A new vector goes to every node by the outbox, as a
/// changed text does. Without an endpoint it does nothing, and while the endpoint fails matching goes on with the vectors there are.
/// </summary>
internal sealed partial class EmbeddingWorker(
    LiveIndex index, IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, IDbContextFactory<PortalDbContext> databases, TimeProvider time,
    ILogger<EmbeddingWorker> log) : BackgroundService
{
    private const int LargestBatch = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>A text that the endpoint refuses by itself does not hold up the others.</summary>
    private static readonly TimeSpan PutOff = TimeSpan.FromHours(1);

    /// <summary>So long the outbox may take to bring a vector here before it is asked for again.</summary>
    private static readonly TimeSpan UntilItIsTold = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, DateTimeOffset> _putOff = [];
    private int _batch = LargestBatch;

    /// <summary>Null when it is off.</summary>
    public string? Model => options.Model;

    /// <summary>How many texts had no vector at the last look.</summary>
    public int Waiting { get; private set; }

    /// <summary>Since when nothing has succeeded; null when all is well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Computes one batch; says whether there is more to do at once.</summary>
    public async Task<bool> WorkAsync(CancellationToken cancellation)
    {
        await index.CatchUpAsync(cancellation);
        var now = time.GetUtcNow();
        var waiting = Texts().ToArray();
        Waiting = waiting.Length;
        var batch = waiting.Where(t => _putOff.GetValueOrDefault(t.Id) <= now).Take(_batch).ToArray();
        if (batch.Length == 0)
        {
            return false;
        }

        try
        {
            var vectors = await generator.GenerateAsync(batch.Select(b => b.Text), cancellationToken: cancellation);
            await SaveAsync(batch, vectors, now, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it was: one by one the next time, and one alone not soon again.
            Failed(exception, batch.Length);
            FailingSince ??= now;
            _putOff[batch[0].Id] = batch.Length == 1 ? now + PutOff : now;
            _batch = 1;
            return false;
        }

        foreach (var done in batch)
        {
            _putOff[done.Id] = now + UntilItIsTold;
        }

        (FailingSince, _batch) = (null, Math.Min(LargestBatch, 2 * _batch));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.IsOn && !stoppingToken.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await WorkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception, 0);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(more ? TimeSpan.Zero : FailingSince is null ? Pause : PauseAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Published texts without a vector; capabilities first, so that they are there when their needs are matched anew.</summary>
    private IEnumerable<Subject> Texts()
    {
        var (lists, matcher) = (index.Current, index.Matcher);
        return
        [
            .. lists.Capabilities.Ids.Select(matcher.Capability).OfType<Matching.CapabilityDocument>().Where(c => c.Vector.IsEmpty).OrderBy(c => c.Id)
                .Select(c => new Subject(OutboxKind.CapabilityChanged, c.Id, EmbeddedText.Of(c))),
            .. lists.Opportunities.Ids.Select(matcher.Need).OfType<Matching.NeedDocument>().Where(n => n.Vector.IsEmpty).OrderBy(n => n.Id)
                .Select(n => new Subject(OutboxKind.OpportunityChanged, n.Id, EmbeddedText.Of(n)))
        ];
    }

    /// <summary>Matches that were computed without these vectors are out of date with them.</summary>
    private async Task SaveAsync(Subject[] batch, GeneratedEmbeddings<Embedding<float>> vectors, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = Array.ConvertAll(batch, b => b.Id);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TextVectors.Where(v => ids.Contains(v.SubjectId)).ExecuteDeleteAsync(cancellation);
        await db.Matches.Where(m => ids.Contains(m.OpportunityId) || ids.Contains(m.CapabilityId)).ExecuteUpdateAsync(m => m.SetProperty(s => s.OpportunityRevision, 0), cancellation);
        db.AddRange(batch.Zip(vectors, (subject, vector) => new TextVector
        {
            SubjectId = subject.Id,
            Model = options.Model!,
            TextHash = EmbeddedText.Hash(subject.Text),
            Values = vector.Vector.ToArray(),
            ComputedAt = now
        }));
        db.AddRange(batch.Select(b => new OutboxMessage(b.Kind, b.Id)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "The language model gave no vectors for {Count} texts; matching goes on without, and it is asked again")]
    private partial void Failed(Exception exception, int count);

    private sealed record Subject(OutboxKind Kind, Guid Id, string Text);
}
