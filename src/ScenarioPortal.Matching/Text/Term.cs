namespace ScenarioPortal.Matching.Text;

/// <summary>One term of a text.</summary>
/// <param name="Key">Names the term: the same in every text, see <see cref="TermKey"/>.</param>
/// <param name="Kind">What kind of term it is; a key has one kind only.</param>
/// <param name="Start">Where it stands in the original text.</param>
/// <param name="Length">How many characters of the original text it takes.</param>
internal readonly record struct Term(ulong Key, TermKind Kind, int Start, int Length);
