namespace ScenarioPortal.Matching.Index;

/// <summary>A document as the index knows it.</summary>
internal sealed record AnalysedDocument
{
    /// <summary>The terms that take part in matching and in search.</summary>
    public required TermVector Matching { get; init; }

    /// <summary>The terms that only a search finds: names and plain numbers. Their keys are others than those of the same words in a text.</summary>
    public required TermVector SearchOnly { get; init; }

    /// <summary>The terms of the certificates that hold.</summary>
    public TermVector Certificates { get; init; } = TermVector.Empty;

    /// <summary>The number of its field, or <see cref="FieldNames.None"/>.</summary>
    public required int Field { get; init; }

    /// <summary>See <see cref="CapabilityDocument.Vector"/>.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
