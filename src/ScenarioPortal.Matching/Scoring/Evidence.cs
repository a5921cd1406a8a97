namespace ScenarioPortal.Matching.Scoring;

/// <summary>What each part adds to the evidence of a pair, with its weight; zero where nothing is known.</summary>
internal readonly record struct Evidence
{
    public TextEvidence Text { get; init; }

    /// <summary>What the capabilities most like it add to it.</summary>
    public double Peers { get; init; }

    public double Technologies { get; init; }

    public double Field { get; init; }

    public double Region { get; init; }

    public double Maturity { get; init; }

    public double Budget { get; init; }

    public double Schedule { get; init; }

    public double Conditions { get; init; }

    /// <summary>What silence costs, below zero, where nobody confirmed that the capability is current.</summary>
    public double Silence { get; init; }

    /// <summary>What broken promises cost, below zero, where the credit of the organisation is.</summary>
    public double Credit { get; init; }

    /// <summary>The first required condition that is known to fail.</summary>
    public string? ExcludedBy { get; init; }

    /// <summary>Everything but the conditions, with what silence and broken promises cost.</summary>
    public double Others => BeforeConditions + Silence + Credit;

    /// <summary>What speaks of the two texts: everything but what silence and broken promises cost.</summary>
    public double Fit => BeforeConditions + Conditions;

    /// <summary>Everything but what silence costs.</summary>
    public double Confirmed => Fit + Credit;

    /// <summary>Everything but what broken promises cost.</summary>
    public double Kept => Fit + Silence;

    public double Total => Fit + Silence + Credit;

    private double BeforeConditions => Text.Words + Text.Hints + Text.FieldWords + Text.Meaning + Peers + Technologies + Field + Region + Maturity + Budget + Schedule;
}
