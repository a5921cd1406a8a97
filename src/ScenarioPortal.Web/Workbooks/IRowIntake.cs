using ScenarioPortal.Data;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Turns the rows that an organisation uploaded into items of its own, to be handed in.</summary>
internal interface IRowIntake<TRow>
{
    SheetField OrganisationField { get; }

    SheetField CodeField { get; }

    RowOrigin OriginOf(TRow row);

    string TitleOf(TRow row);

    string? ExternalIdOf(TRow row);

    (string? Name, string? Code) OrganisationOf(TRow row);

    /// <summary>Prepares for some rows with a fixed number of queries.</summary>
    Task<IPreparedIntake<TRow>> PrepareAsync(PortalDbContext db, Organisation own, IReadOnlyList<TRow> rows, CancellationToken cancellation);
}

/// <summary>Rows whose items have been looked up.</summary>
internal interface IPreparedIntake<TRow>
{
    /// <summary>What the row makes of its item; nothing is added to the context.</summary>
    /// <exception cref="Domain.RuleBrokenException">The row is not taken.</exception>
    IntakeItem Take(TRow row);
}

/// <summary>What became of a row.</summary>
internal sealed record IntakeItem(RowOutcome Outcome, Guid Subject)
{
    /// <summary>What is to be added to the context.</summary>
    public IReadOnlyList<object> New { get; init; } = [];

    /// <summary>Whose reviewers decide.</summary>
    public string? RegionCode { get; init; }

    /// <summary>What the item says now, as a working copy holds it.</summary>
    public Func<IReadOnlyDictionary<string, string>> Texts { get; init; } = () => new Dictionary<string, string>();
}
