using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Showcases;

/// <summary>推广树: the first showcase of a family, the needs that came of it, their pairings, and the showcases that these became. Only what everyone may see.</summary>
internal sealed record ShowcaseTree(ShowcaseTree.Told Root)
{
    private const int DepthMax = 20;

    public int Needs => Root.Needs.Sum(Count);

    public int Pairings => Root.All.SelectMany(t => t.Needs).Sum(n => n.Pairings.Count);

    public int Showcases => Root.All.Count() - 1;

    /// <summary>在 N 个区域复用: where a need that came of it found somebody, and has not ended on the way.</summary>
    public int Regions => Root.All.SelectMany(t => t.Needs).SelectMany(n => n.Pairings).Where(p => !p.State.IsExit).Select(p => p.RegionCode).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>One question: up to the first showcase, and down to everything that came of it.</summary>
    public static async Task<ShowcaseTree?> OfAsync(PortalDbContext db, Guid showcase, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            WITH RECURSIVE up AS (
                SELECT s.id, s.opportunity_id, 0 AS depth FROM showcases s WHERE s.id = {showcase} AND s.state = 'Released'
                UNION ALL
                SELECT s.id, s.opportunity_id, u.depth + 1 FROM up u JOIN opportunities o ON o.id = u.opportunity_id JOIN showcases s ON s.id = o.showcase_id
                WHERE s.state = 'Released' AND u.depth < {DepthMax}
            ), family AS (
                SELECT f.id, NULL::uuid AS parent, NULL::uuid AS need, 0 AS depth FROM (SELECT id FROM up ORDER BY depth DESC LIMIT 1) f
                UNION ALL
                SELECT s.id, f.id, o.id, f.depth + 1 FROM family f JOIN opportunities o ON o.showcase_id = f.id JOIN showcases s ON s.opportunity_id = o.id
                WHERE s.state = 'Released' AND f.depth < {DepthMax}
            )
            SELECT f.id AS showcase_id, f.parent, s.number, s.title, s.pairing_id AS first_pairing, b.number AS first_number, s.region_code AS told_region, f.depth,
                o.id AS need_id, o.title AS need, o.number AS need_number, c.region_code AS need_region, u.name AS publisher,
                p.id AS pairing_id, p.number AS pairing_number, p.state, p.region_code AS pairing_region, w.name AS company
            FROM family f
            JOIN showcases s ON s.id = f.id
            LEFT JOIN pairings b ON b.id = s.pairing_id AND b.shown <> 'Hidden'
            LEFT JOIN opportunities o ON o.showcase_id = f.id AND o.status IN ('Released', 'Closed')
            LEFT JOIN scenarios c ON c.id = o.scenario_id
            LEFT JOIN organisations u ON u.id = o.publisher_id
            LEFT JOIN pairings p ON p.opportunity_id = o.id AND p.shown <> 'Hidden'
            LEFT JOIN organisations w ON w.id = p.company_id
            ORDER BY f.depth, s.number, o.number, p.number
            """).ToListAsync(cancellation);
        return rows.Count == 0 ? null : new ShowcaseTree(ToldOf(rows[0].ShowcaseId, rows.ToLookup(r => r.ShowcaseId)));
    }

    private static Told ToldOf(Guid id, ILookup<Guid, Row> rows)
    {
        var first = rows[id].First();
        return new Told
        {
            Id = id,
            Number = first.Number,
            Title = first.Title,
            PairingId = first.FirstPairing,
            PairingNumber = first.FirstNumber,
            RegionCode = first.ToldRegion,
            Needs =
            [
                .. rows[id].Where(r => r.NeedId is not null).GroupBy(r => r.NeedId!.Value).Select(need => new Asked
                {
                    Id = need.Key,
                    Title = need.First().Need!,
                    Number = need.First().NeedNumber,
                    RegionCode = need.First().NeedRegion,
                    Publisher = need.First().Publisher,
                    Pairings =
                    [
                        .. need.Where(r => r.PairingId is not null).Select(r => new Paired
                        {
                            Id = r.PairingId!.Value,
                            Number = r.PairingNumber!,
                            Company = r.Company!,
                            RegionCode = r.PairingRegion,
                            State = Enum.Parse<PairingState>(r.State!),
                            Became = rows.Where(g => g.First().FirstPairing == r.PairingId).Select(g => ToldOf(g.Key, rows)).FirstOrDefault()
                        })
                    ]
                })
            ]
        };
    }

    private static int Count(Asked need) => 1 + need.Pairings.Sum(p => p.Became?.Needs.Sum(Count) ?? 0);

    internal sealed record Told
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required Guid PairingId { get; init; }

        /// <summary>Null when its sides do not show it.</summary>
        public string? PairingNumber { get; init; }

        public string? RegionCode { get; init; }

        public required IReadOnlyList<Asked> Needs { get; init; }

        /// <summary>This one and everything that became of it.</summary>
        public IEnumerable<Told> All => Needs.SelectMany(n => n.Pairings).Select(p => p.Became).OfType<Told>().SelectMany(t => t.All).Prepend(this);
    }

    internal sealed record Asked
    {
        public required Guid Id { get; init; }

        public required string Title { get; init; }

        public string? Number { get; init; }

        public string? RegionCode { get; init; }

        public string? Publisher { get; init; }

        public required IReadOnlyList<Paired> Pairings { get; init; }
    }

    internal sealed record Paired
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string Company { get; init; }

        public string? RegionCode { get; init; }

        public required PairingState State { get; init; }

        public Told? Became { get; init; }
    }

    /// <summary>As the query gives it.</summary>
    internal sealed record Row
    {
        public required Guid ShowcaseId { get; init; }

        public Guid? Parent { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required Guid FirstPairing { get; init; }

        public string? FirstNumber { get; init; }

        public string? ToldRegion { get; init; }

        public required int Depth { get; init; }

        public Guid? NeedId { get; init; }

        public string? Need { get; init; }

        public string? NeedNumber { get; init; }

        public string? NeedRegion { get; init; }

        public string? Publisher { get; init; }

        public Guid? PairingId { get; init; }

        public string? PairingNumber { get; init; }

        public string? State { get; init; }

        public string? PairingRegion { get; init; }

        public string? Company { get; init; }
    }
}
