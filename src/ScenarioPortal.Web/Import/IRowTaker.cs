using ScenarioPortal.Data;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Import;

/// <summary>Turns the rows of one list into records: a new one, a changed one, or the one that is there already.</summary>
internal interface IRowTaker<TRow>
{
    RowOrigin OriginOf(TRow row);

    /// <summary>What makes a row the same one again: its own identifier, or else who and what.</summary>
    RowKey KeyOf(TRow row);

    /// <summary>Prepares for some rows with a fixed number of queries.</summary>
    Task<IPreparedRows<TRow>> PrepareAsync(PortalDbContext db, IReadOnlyList<TRow> rows, CancellationToken cancellation);
}

/// <summary>Rows whose organisations and records have been looked up.</summary>
internal interface IPreparedRows<TRow>
{
    /// <summary>Takes one row into the context. The identity is that of the record.</summary>
    (Guid Id, Outcome Outcome) Take(TRow row);
}

/// <summary>The identity of a row within its list.</summary>
internal readonly record struct RowKey(string? ExternalId, string? Organisation, string? Title);
