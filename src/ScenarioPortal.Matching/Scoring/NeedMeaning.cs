namespace ScenarioPortal.Matching.Scoring;

/// <summary>The vector of a need, and what cosines it has with capabilities at random.</summary>
internal sealed record NeedMeaning(ReadOnlyMemory<float> Vector, double Mean, double Deviation)
{
    /// <summary>No single number of a model counts for more.</summary>
    private const double Most = 4;

    /// <summary>From here on it is near enough for a candidate that shares no word.</summary>
    public const double Near = 1.5;

    /// <summary>In standard deviations; 0, as a capability at random has, for one without a vector or with one of another model.</summary>
    public double To(ReadOnlyMemory<float> capability) =>
        capability.Length == Vector.Length ? Math.Clamp((MeaningFinder.Cosine(Vector.Span, capability.Span) - Mean) / Deviation, -Most, Most) : 0;
}
