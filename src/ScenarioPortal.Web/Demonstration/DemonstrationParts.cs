namespace ScenarioPortal.Web.Demonstration;

/// <summary>What an empty database is to be filled with.</summary>
internal sealed record DemonstrationParts
{
    public bool Lists { get; init; }

    /// <summary>Beside the lists, an account for each role.</summary>
    public bool Accounts { get; init; }

    /// <summary>Before the lists, what became of those of two years.</summary>
    public bool History { get; init; }
}
