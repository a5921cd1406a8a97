namespace ScenarioPortal.Matching.Duplicates;

/// <summary>How two needs stand to each other.</summary>
public enum DuplicateVerdict
{
    /// <summary>Two problems.</summary>
    Different,

    /// <summary>The same field or thing, perhaps not the same problem.</summary>
    Related,

    /// <summary>One problem, perhaps in other words.</summary>
    Duplicate
}
