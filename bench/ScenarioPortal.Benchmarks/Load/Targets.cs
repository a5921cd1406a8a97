using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Benchmarks.Filling;
using ScenarioPortal.Benchmarks.Serving;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>Everything that is measured, in the order of the table.</summary>
internal sealed class Targets(WebOptions options, BenchmarkServers servers, SignedInPeople people, Keys keys)
{
    public const string Prebuilt = "same bytes, prebuilt";
    public const string List = "/opportunities";

    /// <summary>How many of those who are signed in ask at once.</summary>
    public const int AtOnce = 2;

    private const int Different = 30_000;

    /// <summary>Nobody who waits for a page of pairings is to wait longer, at the median.</summary>
    private static readonly Goal SoonThere = new(Median: 150);

    /// <summary>A number of needs that no list holds: their texts are like those of the list and equal none.</summary>
    private const int Unlisted = 500_000_000;

    public IReadOnlyList<Target> All()
    {
        var (prebuilt, cached, uncached) = (servers.PrebuiltAddress, servers.CachedAddress, servers.UncachedAddress);
        var texts = new Needs(Place.Read(PortalProgram.DataFile("regions.csv")), new DateOnly(2026, 1, 1));
        var numbers = Enumerable.Range(1, Different);
        Target[] all =
        [
            new("Kestrel, 2 bytes", prebuilt, servers.Prebuilt, [Target.Get(prebuilt, "/")]),
            new(Prebuilt, prebuilt, servers.Prebuilt, [Target.Get(prebuilt, PrebuiltServer.Page)]),
            new("list, cached", cached, servers.Cached, [Target.Get(cached, List)]) { Goal = new(OfPrebuilt: 0.7) },
            new("list, uncached", uncached, servers.Uncached, [.. ListAddresses.Make(FieldCodes(), options.Opportunities, Different).Select(a => Target.Get(uncached, a))]) { Goal = new(PerSecond: 1000) },
            new("detail, uncached", uncached, servers.Uncached, [.. new Random(1).GetItems(keys.Opportunities, Different).Select(id => Target.Get(uncached, $"{List}/{id}"))]),
            new("search, uncached", uncached, servers.Uncached, [.. numbers.Select(n => Target.Get(uncached, $"{List}?q={Uri.EscapeDataString(Needs.Words(n))}"))]),
            new("pairings, uncached", uncached, servers.Uncached, [.. ListAddresses.OfPairings(FieldCodes(), keys.Pairings.Length, Different).Select(a => Target.Get(uncached, a))]) { Goal = SoonThere },
            new("pairings searched, uncached", uncached, servers.Uncached, [.. numbers.Select(n => Target.Get(uncached, $"/pairings?q={Uri.EscapeDataString(Needs.Words(n)[..2])}"))]),
            new("pairing, uncached", uncached, servers.Uncached, [.. new Random(1).GetItems(keys.Pairings, Different).Select(id => Target.Get(uncached, $"/pairings/{id}"))]) { Goal = SoonThere },
            new("figures, uncached", uncached, servers.Uncached, [Target.Get(uncached, "/figures")]) { Goal = SoonThere },
            SignedIn("board, signed in", people.Reviewer, ["/review/pairings"]),
            SignedIn("figures, signed in", people.Reviewer, ["/figures?reviewed=true"]),
            SignedIn("own pairings, signed in", people.Publisher, ["/pairings?mine=true", "/pairings?mine=true&stuck=yes", "/pairings?mine=true&step=Piloting"]),
            SignedIn("own pairing, signed in", people.Publisher, [.. keys.OwnPairings.Select(id => $"/pairings/{id}")]),
            new("pasted text matched", cached, servers.Cached, [.. numbers.Select(n => Target.Post(cached, "/api/v1/match", Pasted(texts[Unlisted + n])))]) { Goal = new(PerSecond: 300) }
        ];
        return [.. all.Where(t => t.Name == Prebuilt || options.Wants(t.Name))];

        Target SignedIn(string name, string session, IReadOnlyList<string> addresses) =>
            new(name, uncached, servers.Uncached, [.. addresses.Select(a => Target.Get(uncached, a, session))]) { Goal = SoonThere, Connections = AtOnce };
    }

    private static string Pasted(OpportunityLine need) => Lines.ToJson(new { need.Title, need.Description, Top = 10 });

    private static string[] FieldCodes() =>
        [.. File.ReadLines(PortalProgram.DataFile("fields.csv")).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split(',')[0])];
}

/// <summary>What there is to open.</summary>
internal sealed record Keys
{
    public required Guid[] Opportunities { get; init; }

    /// <summary>Those that everyone may see.</summary>
    public required Guid[] Pairings { get; init; }

    /// <summary>Those of the publisher who is signed in.</summary>
    public required Guid[] OwnPairings { get; init; }
}
