using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A sentence of a document, or a part of a long one, with its terms by position in <paramref name="Text"/>.</summary>
internal sealed record Clause(string Text, Term[] Terms, bool IsCase)
{
    /// <summary>The different terms, sorted.</summary>
    public ulong[] Keys { get; } = [.. Terms.Where(t => t.Kind != TermKind.Number).Select(t => t.Key).Distinct().Order()];
}
