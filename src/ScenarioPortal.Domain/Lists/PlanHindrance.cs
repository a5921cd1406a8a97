namespace ScenarioPortal.Domain.Lists;

/// <summary>Why a batch was not released when its hour had come.</summary>
public enum PlanHindrance
{
    /// <summary>Whoever set the hour has no account or no reviewer's role for that region any more.</summary>
    PlannerGone,

    /// <summary>All of it was released otherwise or withdrawn meanwhile.</summary>
    NothingLeft
}
