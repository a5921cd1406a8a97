using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Everything about a need that can be worked out before a capability is looked at.</summary>
internal sealed record NeedProfile
{
    private Peers? _peers;

    public required NeedDocument Need { get; init; }

    public required NeedWords Words { get; init; }

    /// <summary>What the thesaurus leads to from its words; null when it leads nowhere.</summary>
    public required NeedWords? Hints { get; init; }

    /// <summary>By which pairs of the thesaurus, the need's word first.</summary>
    public required IReadOnlyList<Hint> HintWords { get; init; }

    /// <summary>Those of the terms by which candidates are found, the hints among them.</summary>
    public required WeightedTerms Distinctive { get; init; }

    /// <summary>See <see cref="FieldAffinity"/>.</summary>
    public required float[] FieldAffinity { get; init; }

    /// <summary>Null where no model gave it a vector.</summary>
    public NeedMeaning? Meaning { get; init; }

    public required IReadOnlyList<WantedPhrase> Technologies { get; init; }

    /// <summary>One for each condition, in its order.</summary>
    public required IReadOnlyList<WantedPhrase> Conditions { get; init; }

    public float AffinityTo(int field) => (uint)field < (uint)FieldAffinity.Length ? FieldAffinity[field] : 0;

    /// <summary>Found when first asked for; should two ask at once, both find the same.</summary>
    public Peers Peers(PeerFinder finder) => _peers ??= finder.Find(this);
}
