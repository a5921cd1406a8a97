namespace ScenarioPortal.Domain.Choosing;

/// <summary>How far a choice has come.</summary>
public enum ChoiceState
{
    /// <summary>The companies stand side by side; nobody else was asked.</summary>
    Open,

    /// <summary>第一轮: each expert judges alone, and nobody sees what another wrote, the publisher neither.</summary>
    Alone,

    /// <summary>第二轮: the experts see one another's scores and may change their own.</summary>
    Together,

    Decided,

    /// <summary>Given up before anything was decided: nothing follows from it.</summary>
    Abandoned
}
