using Npgsql;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a list says about one capability.</summary>
internal sealed record CapabilityCard
{
    private const string OfPage =
        """
        SELECT c.id, c.number, c.title, left(c.description, 140), c.field_code, c.field_text, o.name,
            coalesce(c.region_code, o.region_code), coalesce(c.zone, o.zone), c.trl, c.technologies,
            (SELECT count(*)::int FROM matches m WHERE m.capability_id = c.id), o.id, c.lapsed_at IS NOT NULL
        FROM unnest($1) WITH ORDINALITY AS page (id, place)
        JOIN capabilities c ON c.id = page.id AND c.status = 'Published'
        LEFT JOIN organisations o ON o.id = c.organisation_id
        ORDER BY page.place
        """;

    public required Guid Id { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? FieldCode { get; init; }

    public string? FieldText { get; init; }

    public string? Organisation { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public int? Trl { get; init; }

    /// <summary>Its organisation was asked whether it is current and did not answer.</summary>
    public required bool IsUnconfirmed { get; init; }

    public required IReadOnlyList<string> Technologies { get; init; }

    /// <summary>How many opportunities it fits; the portal keeps no more than the best.</summary>
    public required int Matches { get; init; }

    /// <summary>The cards of these capabilities, in the order of their identities.</summary>
    public static Task<IReadOnlyList<CapabilityCard>> OfAsync(PortalDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        CardReader.ReadAsync(db, OfPage, ids, Of, cancellation);

    private static CapabilityCard Of(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.TextOrNull(1),
        Title = row.GetString(2),
        Summary = row.GetString(3),
        FieldCode = row.TextOrNull(4),
        FieldText = row.TextOrNull(5),
        Organisation = row.TextOrNull(6),
        RegionCode = row.TextOrNull(7),
        Zone = row.TextOrNull(8),
        Trl = row.ValueOrNull<int>(9),
        Technologies = row.GetFieldValue<string[]>(10),
        Matches = row.GetInt32(11),
        OrganisationId = row.ValueOrNull<Guid>(12),
        IsUnconfirmed = row.GetBoolean(13)
    };
}
