namespace ScenarioPortal.Exchange.Reading;

/// <summary>What comes out of a file, in its order: a sheet begins or is skipped, a row is taken, a row is refused.</summary>
public abstract record ReadItem<TRow>
{
    private protected ReadItem()
    {
    }
}

/// <summary>A sheet begins, or is skipped for a reason that its report gives.</summary>
public sealed record ReadSheet<TRow>(SheetReport Report) : ReadItem<TRow>;

/// <summary>A row that can be taken, and what there is to say about how it was understood.</summary>
public sealed record ReadRow<TRow>(TRow Row, IReadOnlyList<RowRemark> Remarks) : ReadItem<TRow>;

/// <summary>A row that cannot be taken, with all its faults (at least one).</summary>
public sealed record RefusedRow<TRow>(RowOrigin Origin, IReadOnlyList<RowRefusal> Refusals) : ReadItem<TRow>;
