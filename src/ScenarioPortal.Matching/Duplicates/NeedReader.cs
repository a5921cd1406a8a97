using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Duplicates;

/// <summary>
/// Takes the signs out of a text: concepts first, the longest from left to right; words of the dictionary in what is left;
/// characters. Names of places and organisations, numbers and common words are none. Thread-safe.
/// </summary>
internal sealed class NeedReader(TextAnalyzer analyzer, Concepts concepts)
{
    private const float TitleFactor = 1.5f;
    private const float WhoWeight = 0.6f;
    private const float ThingWeight = 1f;
    private const float TroubleWeight = 1f;
    private const float NoticeWeight = 0.3f;
    private const float DeedWeight = 1f;
    private const float PlaceWeight = 0.35f;
    private const float MeansWeight = 0.15f;

    /// <summary>A word of usual rarity weighs this much; a concept is surer than a word.</summary>
    private const float WordWeight = 0.5f;
    private const float UsualRarity = 11f;
    private const float CommonRarity = 6f;

    [ThreadStatic]
    private static List<Term>? _terms;

    public NeedSense Read(NeedText need)
    {
        var sense = new NeedSense();
        var places = PlaceNames(analyzer.Normalise(need.Region ?? ""));
        Read(need.Title, TitleFactor, places, sense);
        Read(need.Description, 1, places, sense);
        return sense;
    }

    private void Read(string text, float factor, IReadOnlyList<string> places, NeedSense sense)
    {
        var words = places.Aggregate(analyzer.Normalise(text), (left, place) => left.Replace(place, "\n", StringComparison.Ordinal));
        var rest = words.ToCharArray();
        for (var start = 0; start < words.Length;)
        {
            if (concepts.At(words.AsSpan(start)) is not { } found)
            {
                start++;
                continue;
            }

            Add(found.Concept, words.Substring(start, found.Length), factor, sense);
            rest.AsSpan(start, found.Length).Fill('\n');
            start += found.Length;
        }

        AddWords(new string(rest), factor, sense);
    }

    private static void Add(Concept concept, string word, float factor, NeedSense sense)
    {
        var (kind, weight) = concept.Part switch
        {
            ConceptPart.Who => (SenseKind.Subject, WhoWeight),
            ConceptPart.Thing => (SenseKind.Subject, ThingWeight),
            ConceptPart.Trouble => (SenseKind.Trouble, TroubleWeight),
            ConceptPart.Notice => (SenseKind.Deed, NoticeWeight),
            ConceptPart.Deed => (SenseKind.Deed, DeedWeight),
            ConceptPart.Place => (SenseKind.Place, PlaceWeight),
            _ => (SenseKind.Means, MeansWeight)
        };
        if (concept.Part is ConceptPart.Common)
        {
            return;
        }

        sense.Add(kind, concept.Words[0], new Sign(word, weight * factor));
        if (concept.Part is not ConceptPart.Means)
        {
            AddCharacters(word, factor, sense);
        }
    }

    private void AddWords(string text, float factor, NeedSense sense)
    {
        var terms = _terms ??= [];
        terms.Clear();
        analyzer.Analyze(text, terms);
        foreach (var term in terms.Where(t => t.Kind is TermKind.Word or TermKind.Latin))
        {
            var word = text.Substring(term.Start, term.Length);
            if (!analyzer.IsName(word) && WeightOf(word) is > 0 and var weight)
            {
                sense.Add(SenseKind.Word, word, new Sign(word, weight * factor));
            }
        }

        AddCharacters(text, factor, sense);
    }

    private static void AddCharacters(string text, float factor, NeedSense sense)
    {
        foreach (var character in text)
        {
            if (CharacterKind.IsHan(character) && !StopCharacters.Contains(character))
            {
                sense.Add(SenseKind.Character, character.ToString(), new Sign(character.ToString(), factor));
            }
        }
    }

    private float WeightOf(string word) =>
        WordWeight * Math.Clamp(((analyzer.Rarity(word) ?? UsualRarity) - CommonRarity) / (UsualRarity - CommonRarity), 0, 1.5f);

    /// <summary>示范市云桥区 as it is, and 示范市, 云桥区, 示范, 云桥.</summary>
    private static List<string> PlaceNames(string region)
    {
        List<string> names = [];
        var start = 0;
        for (var end = 1; end <= region.Length; end++)
        {
            if (end - start > 2 && "省市区县旗州盟镇乡".Contains(region[end - 1], StringComparison.Ordinal))
            {
                names.Add(region[start..end]);
                names.Add(region[start..(end - 1)]);
                start = end;
            }
        }

        return [.. names.OrderByDescending(n => n.Length)];
    }
}
