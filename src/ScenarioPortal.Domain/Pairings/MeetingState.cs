namespace ScenarioPortal.Domain.Pairings;

/// <summary>What became of an hour that one side proposed.</summary>
public enum MeetingState
{
    /// <summary>The other side is to answer.</summary>
    Proposed,
    Accepted,
    Declined,

    /// <summary>One of the two cannot come after all, or the proposal was taken back.</summary>
    CalledOff
}
