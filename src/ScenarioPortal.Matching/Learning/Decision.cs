namespace ScenarioPortal.Matching.Learning;

/// <summary>Somebody turned to one capability for a need and not to others that were shown for it as well.</summary>
public sealed record Decision
{
    public required Guid NeedId { get; init; }

    public required Guid ChosenId { get; init; }

    /// <summary>One at least.</summary>
    public required IReadOnlyList<Guid> PassedOver { get; init; }

    /// <summary>Where the chosen one stood among those shown, from 1.</summary>
    public required int Place { get; init; }

    public required DateOnly Day { get; init; }
}
