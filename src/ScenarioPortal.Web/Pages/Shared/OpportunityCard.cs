using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a list says about one opportunity.</summary>
internal sealed record OpportunityCard
{
    private const string OfPage =
        """
        SELECT o.id, o.number, o.title, left(o.description, 140), o.field_code, o.field_text, p.name, s.region_code, s.zone,
            o.budget_minimum, o.budget_maximum, o.deadline, o.deadline_note, o.status, o.ending,
            (SELECT count(*)::int FROM matches m WHERE m.opportunity_id = o.id), p.id
        FROM unnest($1) WITH ORDINALITY AS page (id, place)
        JOIN opportunities o ON o.id = page.id AND o.status IN ('Released', 'Closed')
        JOIN scenarios s ON s.id = o.scenario_id
        LEFT JOIN organisations p ON p.id = o.publisher_id
        ORDER BY page.place
        """;

    public required Guid Id { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? FieldCode { get; init; }

    public string? FieldText { get; init; }

    public string? Publisher { get; init; }

    public Guid? PublisherId { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public decimal? BudgetMinimum { get; init; }

    public decimal? BudgetMaximum { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? DeadlineNote { get; init; }

    public required OpportunityStatus Status { get; init; }

    public OpportunityEnding? Ending { get; init; }

    /// <summary>How many capabilities fit; the portal keeps no more than the best.</summary>
    public required int Matches { get; init; }

    public bool IsOpen(DateOnly today) => Status is OpportunityStatus.Released && !(Deadline < today);

    /// <summary>The cards of these opportunities, in the order of their identities.</summary>
    public static Task<IReadOnlyList<OpportunityCard>> OfAsync(PortalDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        CardReader.ReadAsync(db, OfPage, ids, Of, cancellation);

    private static OpportunityCard Of(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.TextOrNull(1),
        Title = row.GetString(2),
        Summary = row.GetString(3),
        FieldCode = row.TextOrNull(4),
        FieldText = row.TextOrNull(5),
        Publisher = row.TextOrNull(6),
        RegionCode = row.TextOrNull(7),
        Zone = row.TextOrNull(8),
        BudgetMinimum = row.ValueOrNull<decimal>(9),
        BudgetMaximum = row.ValueOrNull<decimal>(10),
        Deadline = row.ValueOrNull<DateOnly>(11),
        DeadlineNote = row.TextOrNull(12),
        Status = Enum.Parse<OpportunityStatus>(row.GetString(13)),
        Ending = row.TextOrNull(14) is { } ending ? Enum.Parse<OpportunityEnding>(ending) : null,
        Matches = row.GetInt32(15),
        PublisherId = row.ValueOrNull<Guid>(16)
    };
}
