namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>The unit that a column's header names, for cells that hold a bare number.</summary>
internal enum MoneyUnit
{
    None,
    Yuan,
    Wan,
    Yi
}
