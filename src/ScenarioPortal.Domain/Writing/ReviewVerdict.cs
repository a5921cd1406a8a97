namespace ScenarioPortal.Domain.Writing;

/// <summary>What a reviewer decided on something that was handed in.</summary>
public enum ReviewVerdict
{
    Approved,
    Returned
}
