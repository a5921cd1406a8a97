using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Everything about a need that can be worked out before a capability is looked at.</summary>
internal sealed record NeedProfile
{
    public required NeedDocument Need { get; init; }

    /// <summary>The terms with saturated frequency × rarity among the capabilities.</summary>
    public required WeightedTerms Terms { get; init; }

    /// <summary>Those of the terms by which candidates are found.</summary>
    public required WeightedTerms Distinctive { get; init; }

    /// <summary>The text similarity to be expected to a capability at random: where similarity begins.</summary>
    public required double Expected { get; init; }

    /// <summary>The standard deviation of the text similarity to capabilities at random, above zero: the unit of similarity.</summary>
    public required double Deviation { get; init; }

    /// <summary>See <see cref="FieldAffinity"/>.</summary>
    public required float[] FieldAffinity { get; init; }

    public required IReadOnlyList<WantedPhrase> Technologies { get; init; }

    /// <summary>One for each condition, in its order.</summary>
    public required IReadOnlyList<WantedPhrase> Conditions { get; init; }

    public float AffinityTo(int field) => (uint)field < (uint)FieldAffinity.Length ? FieldAffinity[field] : 0;
}
