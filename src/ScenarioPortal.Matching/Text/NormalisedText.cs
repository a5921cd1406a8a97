namespace ScenarioPortal.Matching.Text;

/// <summary>
/// A text after normalisation, every character with the stretch of the original text that it came from.
/// It is a buffer: filled again and again, so that analysing allocates nothing once it has grown.
/// </summary>
internal sealed class NormalisedText
{
    private char[] _characters = new char[256];
    private int[] _starts = new int[256];
    private int[] _ends = new int[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, Length);

    /// <summary>The same characters, to be replaced one by one.</summary>
    public Span<char> Editable => _characters.AsSpan(0, Length);

    /// <summary>Where the normalised stretch from <paramref name="first"/> up to and including <paramref name="last"/> stands in the original text.</summary>
    public (int Start, int Length) Original(int first, int last) =>
        (_starts[first], _ends[last] - _starts[first]);

    /// <summary>The normalised characters where their originals stand in a text of that length; of several from one place the first.</summary>
    public char[] Aligned(int length)
    {
        var aligned = new char[length];
        for (var i = Length - 1; i >= 0; i--)
        {
            aligned[_starts[i]] = _characters[i];
        }

        return aligned;
    }

    public void Clear() => Length = 0;

    public void Add(char character, int start, int end)
    {
        if (Length == _characters.Length)
        {
            Array.Resize(ref _characters, Length * 2);
            Array.Resize(ref _starts, Length * 2);
            Array.Resize(ref _ends, Length * 2);
        }

        _characters[Length] = character;
        _starts[Length] = start;
        _ends[Length] = end;
        Length++;
    }

    public override string ToString() => new(Characters);
}
