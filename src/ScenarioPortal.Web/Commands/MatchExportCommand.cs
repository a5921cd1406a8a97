using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Commands;

/// <summary>
/// <c>./portal match export</c>: opportunity, capability, rank and score, tab-separated, by external id or, without one, by number or id.
/// It ranks everything, whatever threshold people see.
/// </summary>
internal static class MatchExportCommand
{
    /// <summary>So many capabilities at a time, as needs that several of them may serve are looked at once.</summary>
    private const int Batch = 500;

    public static async Task<int> RunAsync(MatchExportArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Top < 1)
        {
            await Console.Error.WriteLineAsync("--top 应至少为 1。");
            return 1;
        }

        await using var host = await CommandHost.StartAsync(arguments.Folder, cancellation);
        await host.Get<LiveIndex>().LoadAsync(cancellation);
        var matcher = host.Get<LiveIndex>().Matcher;
        await using var db = await host.Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
        var needs = await db.NeedsAsync(null, null, cancellation);
        var offers = await db.OffersAsync(null, null, cancellation);
        var names = needs.Select(n => (n.Opportunity.Id, n.Opportunity.ExternalId, n.Opportunity.Number))
            .Concat(offers.Select(o => (o.Capability.Id, o.Capability.ExternalId, o.Capability.Number)))
            .ToDictionary(d => d.Id, d => d.ExternalId ?? d.Number ?? d.Id.ToString());

        IEnumerable<IReadOnlyList<string>> ranked = arguments.ByCapability
            ? offers.Chunk(Batch).SelectMany(batch => batch
                .Zip(matcher.NeedsFor([.. batch.Select(o => matcher.Capability(o.Capability.Id)!)], arguments.Top, cancellation: cancellation))
                .Select(found => Lines(found.Second, m => (m.Id, found.First.Capability.Id))))
            : needs.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(n => Lines(matcher.CapabilitiesFor(matcher.Need(n.Opportunity.Id)!, arguments.Top), m => (n.Opportunity.Id, m.Id)));
        await using var file = new StreamWriter(arguments.File.FullName);
        var count = 0;
        foreach (var line in ranked.SelectMany(lines => lines))
        {
            await file.WriteLineAsync(line);
            count++;
        }

        Console.WriteLine($"{count} matches written to {arguments.File.FullName}");
        return 0;

        IReadOnlyList<string> Lines(IReadOnlyList<ScoredMatch> matches, Func<ScoredMatch, (Guid Need, Guid Capability)> pair) =>
        [
            .. matches.Select((match, index) => string.Create(CultureInfo.InvariantCulture,
                $"{names[pair(match).Need]}\t{names[pair(match).Capability]}\t{index + 1}\t{match.Score:0.000000}"))
        ];
    }
}
