namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>An open file that holds tables: xlsx, xls or delimited text.</summary>
internal interface ISheetSource : IDisposable
{
    /// <summary>Part of the content that has been read, 0–1.</summary>
    double Fraction { get; }

    IEnumerable<Sheet> Sheets();
}
