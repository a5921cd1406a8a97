namespace ScenarioPortal.Matching.Text;

/// <summary>Where in a text the words begin and end.</summary>
internal sealed class WordBounds
{
    /// <summary>For each place between two characters whether a word goes across it.</summary>
    private readonly bool[] _inside;

    public WordBounds(int length, List<Term> terms)
    {
        _inside = new bool[length + 1];
        foreach (var term in terms)
        {
            if (term.Length > 1)
            {
                _inside.AsSpan(term.Start + 1, term.Length - 1).Fill(true);
            }
        }
    }

    /// <summary>Whether no word goes across either end of a stretch: 不要 is whole in 不要装, not in 不要求.</summary>
    public bool AreWhole(int start, int length) => !_inside[start] && !_inside[start + length];

    /// <summary>The first place from here on that no word goes across.</summary>
    public int NextBound(int place)
    {
        while (_inside[place])
        {
            place++;
        }

        return place;
    }
}
