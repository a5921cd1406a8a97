namespace ScenarioPortal.Matching.Text;

/// <summary>All of an analyzer that depends on which words there are. Never changed; replaced as a whole.</summary>
internal sealed class WordKnowledge
{
    public WordKnowledge(WordTrie words, SimplifiedTable simplified, Typos typos)
    {
        var segmenter = new Segmenter(words);
        Words = words;
        Chinese = new ChineseTerms(words, segmenter);
        Normaliser = new Normaliser(simplified, typos, segmenter);
    }

    public WordTrie Words { get; }

    public ChineseTerms Chinese { get; }

    public Normaliser Normaliser { get; }
}
