namespace ScenarioPortal.Domain.Pairings;

/// <summary>Who acts, and for which side.</summary>
public sealed record Actor(PairingSide Side, Guid? AccountId)
{
    public static Actor Clock { get; } = new(PairingSide.Portal, null);
}
