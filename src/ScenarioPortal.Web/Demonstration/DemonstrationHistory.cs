using System.Text;
using Microsoft.Extensions.Options;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Publication;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>
/// Two years in which the fictional 示范市 published lists and something came of them: everything is done anew, in the order of its hours, by the portal's
/// own services, so that trail, numbers and figures are those of things that happened. Never in production.
/// </summary>
internal sealed class DemonstrationHistory(
    DatabaseAccess access, PortalPaths paths, HomeRegion home, BatchNumbers numbers, CodeBooks codeBooks, IOptions<PairingRules> pairings, IOptions<PublicationRules> publication, TimeProvider time)
{
    private static readonly TimeOnly CapabilitiesOut = new(9, 0);
    private static readonly TimeOnly NeedsOut = new(9, 30);
    private static readonly TimeOnly AfterMidnight = new(0, 1);

    public async Task FillAsync(CancellationToken cancellation)
    {
        var (file, today) = (HistoryFile.Read(paths), time.Today);
        await using var past = new Past(new PastPortal(access, paths, home, numbers, codeBooks, pairings, publication));
        var cast = new HistoryCast(past);
        foreach (var (at, happen) in Chronicle(file, past, cast, today).OrderBy(h => h.At))
        {
            past.Set(at);
            await happen(cancellation);
        }

        Console.WriteLine($"Demonstration history: {file.Needs.Count} earlier needs, {file.Stories.Count} stories, {file.Stories.Sum(s => s.Acts.Count)} acts.");
    }

    private static IEnumerable<(DateTimeOffset At, Func<CancellationToken, Task> Happen)> Chronicle(HistoryFile file, Past past, HistoryCast cast, DateOnly today)
    {
        var batches = file.Needs.GroupBy(n => n.ReleasedDaysAgo).OrderByDescending(b => b.Key).ToArray();
        yield return (At(today, batches[0].Key + 1, CapabilitiesOut), cancellation => BeginAsync(past, cast, cancellation));
        foreach (var (index, batch) in batches.Index())
        {
            // What companies say they can do came out with the last batch before it was asked for.
            var (from, until) = (batch.Key, index + 1 < batches.Length ? batches[index + 1].Key : 0);
            var titles = file.Stories.Where(s => s.Capability is not null).GroupBy(s => s.Capability!)
                .Where(s => s.Max(story => story.BeganDaysAgo) is var first && first <= from && first > until).Select(s => s.Key).ToArray();
            yield return (At(today, batch.Key, CapabilitiesOut), cancellation => ReleaseAsync(past, [.. titles.Select(t => cast.Capabilities[t].Id)], cancellation));
            yield return (At(today, batch.Key, NeedsOut), cancellation => ImportAsync(past, cast, batch.Select(n => n.RowAsOf(today)), cancellation));
        }

        var closings = file.Needs.Where(n => n.OpenDays is not null).Select(n => n.ReleasedDaysAgo - n.OpenDays!.Value)
            .Concat(file.Stories.SelectMany(s => s.Acts.OfType<Extend>().Select(e => s.BeganDaysAgo - e.Day - e.Days)));
        foreach (var daysAgo in closings.Where(d => d > 0).Distinct())
        {
            yield return (At(today, daysAgo - 1, AfterMidnight), past.Get<NeedExpiry>().CloseAsync);
        }

        foreach (var story in file.Stories)
        {
            foreach (var act in story.Acts)
            {
                yield return (story.MomentOf(act, today), cancellation => cast.PlayAsync(story, act, cancellation));
            }
        }
    }

    private static async Task BeginAsync(Past past, HistoryCast cast, CancellationToken cancellation)
    {
        await past.Get<DemonstrationLists>().LoadCapabilitiesAsync(cancellation);
        await cast.LearnCapabilitiesAsync(cancellation);
        await cast.AppointAsync(cancellation);
    }

    private static async Task ReleaseAsync(Past past, IReadOnlyList<Guid> capabilities, CancellationToken cancellation)
    {
        await foreach (var _ in past.Get<ReleaseList>().RunAsync(ListKind.Capabilities, capabilities, DemonstrationLists.Actor, cancellation))
        {
        }
    }

    private static async Task ImportAsync(Past past, HistoryCast cast, IEnumerable<string> needs, CancellationToken cancellation)
    {
        using var rows = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', needs)));
        await past.Get<ImportList>().RunAsync(rows, new ImportOptions { Kind = ListKind.Opportunities, FileName = "earlier-needs.jsonl", Actor = DemonstrationLists.Actor, Publish = true }, cancellation);
        await cast.LearnNeedsAsync(cancellation);
    }

    private static DateTimeOffset At(DateOnly today, int daysAgo, TimeOnly hour)
    {
        var moment = today.AddDays(-daysAgo).ToDateTime(hour);
        return new DateTimeOffset(moment, Clock.Zone.GetUtcOffset(moment)).ToUniversalTime();
    }
}
