namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>A header cell and the field that its column feeds.</summary>
internal sealed record HeaderColumn(int Column, HeaderName Name, SheetField Field)
{
    /// <summary>“F 预算”.</summary>
    public string Label { get; } = $"{ColumnLetter.Of(Column)} {Name.Written}";

    public SheetColumn ToReport() => new() { Letter = ColumnLetter.Of(Column), Header = Name.Written, Field = Field };
}
