namespace ScenarioPortal.Domain.Pairings;

/// <summary>How much of a pairing one side lets everyone read; the less of the two counts. Messages nobody else reads, whatever is chosen.</summary>
public enum PublicView
{
    /// <summary>Nothing.</summary>
    Hidden,

    /// <summary>Who with whom, which steps, and how long each took.</summary>
    Steps,

    /// <summary>What was written at each step, too.</summary>
    Story
}
