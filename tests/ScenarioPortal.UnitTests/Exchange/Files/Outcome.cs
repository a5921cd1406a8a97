using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>All that a reading gave.</summary>
internal sealed record Outcome<TRow>
{
    public required IReadOnlyList<TRow> Rows { get; init; }

    public required IReadOnlyList<RowRemark> Remarks { get; init; }

    public required IReadOnlyList<RowRefusal> Refusals { get; init; }

    public required IReadOnlyList<SheetReport> Sheets { get; init; }

    public static async Task<Outcome<TRow>> OfAsync(IAsyncEnumerable<ReadItem<TRow>> reading)
    {
        var items = await reading.ToListAsync();
        return new()
        {
            Rows = [.. items.OfType<ReadRow<TRow>>().Select(item => item.Row)],
            Remarks = [.. items.OfType<ReadRow<TRow>>().SelectMany(item => item.Remarks)],
            Refusals = [.. items.OfType<RefusedRow<TRow>>().SelectMany(item => item.Refusals)],
            Sheets = [.. items.OfType<ReadSheet<TRow>>().Select(item => item.Report)]
        };
    }
}
