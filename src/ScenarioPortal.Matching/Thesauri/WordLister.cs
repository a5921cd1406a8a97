using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Thesauri;

/// <summary>The words of a text that could stand in the thesaurus: dictionary words and tokens, no names of places, no characters, no words inside others.</summary>
public sealed class WordLister(TextAnalyzer analyzer)
{
    /// <summary>Words below this (−ln of their share of all words) stand in any notice: 系统, 管理, 企业.</summary>
    private const float PlainBelow = 9.5f;

    public IReadOnlyCollection<string> Words(string text)
    {
        List<Term> terms = [];
        analyzer.Analyze(text, terms);
        HashSet<string> words = new(StringComparer.Ordinal);
        var end = 0;
        foreach (var term in terms.Where(t => t.Kind is TermKind.Word or TermKind.Latin))
        {
            if (term.Start + term.Length <= end)
            {
                continue;
            }

            end = term.Start + term.Length;
            var word = analyzer.Normalise(text.Substring(term.Start, term.Length));
            if (word.Length is >= ThesaurusEntry.WordMinLength and <= ThesaurusEntry.WordMaxLength && IsTelling(word, term.Kind))
            {
                words.Add(word);
            }
        }

        return words;
    }

    private bool IsTelling(string word, TermKind kind) =>
        kind is TermKind.Latin ? word.Any(char.IsAsciiLetter) : !analyzer.IsName(word) && analyzer.Rarity(word) is not < PlainBelow;
}
