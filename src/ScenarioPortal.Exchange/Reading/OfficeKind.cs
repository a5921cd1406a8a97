namespace ScenarioPortal.Exchange.Reading;

/// <summary>The two kinds of Office files that hold no programs.</summary>
public enum OfficeKind
{
    Document,
    Workbook
}
