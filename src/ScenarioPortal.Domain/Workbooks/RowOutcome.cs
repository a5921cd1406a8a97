namespace ScenarioPortal.Domain.Workbooks;

/// <summary>What the check found about one row.</summary>
public enum RowOutcome
{
    Added,

    /// <summary>Its item is a draft or was returned, and says something else.</summary>
    Changed,
    Unchanged,
    Refused
}
