namespace ScenarioPortal.Matching.Text;

/// <summary>One term of a text.</summary>
/// <param name="Key">Names the term: the same in every text, see <see cref="TermKey"/>.</param>
/// <param name="Kind">What kind of term it is; a key has one kind only.</param>
/// <param name="Start">Where it stands in the original text.</param>
/// <param name="Length">How many characters of the original text it takes.</param>
internal readonly record struct Term(ulong Key, TermKind Kind, int Start, int Length)
{
    /// <summary>Adds the term that a stretch of normalised text makes.</summary>
    public static void Add(NormalisedText text, int start, int length, TermKind kind, List<Term> terms)
    {
        var original = text.Original(start, start + length - 1);
        terms.Add(new Term(TermKey.Of(text.Characters.Slice(start, length)), kind, original.Start, original.Length));
    }
}
