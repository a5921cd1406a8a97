using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Matching.Thesauri;

/// <summary>Two words of the thesaurus that belong together.</summary>
/// <param name="Relation">How they belong together.</param>
/// <param name="From">The trouble, the product, or one of two words for the same.</param>
/// <param name="To">What helps, what it is made with, or the other word.</param>
/// <param name="Field">Code of the field in which it is meant; null in any.</param>
public sealed record WordPair(WordRelation Relation, string From, string To, string? Field)
{
    /// <summary>The other word of the pair.</summary>
    public string Other(string word) => string.Equals(word, From, StringComparison.OrdinalIgnoreCase) ? To : From;
}
