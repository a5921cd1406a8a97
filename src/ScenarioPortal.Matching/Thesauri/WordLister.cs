using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Thesauri;

/// <summary>The words of a text that could stand in the thesaurus: dictionary words and tokens, no names of places, no characters, no words inside others.</summary>
public sealed class WordLister(TextAnalyzer analyzer)
{
    /// <summary>Words below this (−ln of their share of all words) stand in any notice: 系统, 管理, 企业.</summary>
    private const float PlainBelow = 10.5f;

    /// <summary>A short word that begins so counts or measures: 三级, 万亩, 每月, 半天.</summary>
    private const string Counting = "一二三四五六七八九十两百千万半几每各日以";

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
        kind is TermKind.Latin ? word.Any(char.IsAsciiLetter) : !(word.Length == 2 && Counting.Contains(word[0], StringComparison.Ordinal)) && !analyzer.IsName(word) && analyzer.Rarity(word) is not < PlainBelow;
}
