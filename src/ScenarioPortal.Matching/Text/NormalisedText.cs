using System.Numerics;

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

    /// <summary>As long as every character stands where its original does, which is the rule, the places are not written down.</summary>
    private bool _isPlain = true;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, Length);

    /// <summary>The same characters, to be replaced one by one.</summary>
    public Span<char> Editable => _characters.AsSpan(0, Length);

    /// <summary>Where the normalised stretch from <paramref name="first"/> up to and including <paramref name="last"/> stands in the original text.</summary>
    public (int Start, int Length) Original(int first, int last) =>
        _isPlain ? (first, last + 1 - first) : (_starts[first], _ends[last] - _starts[first]);

    /// <summary>The normalised characters where their originals stand in a text of that length; of several from one place the first.</summary>
    public char[] Aligned(int length)
    {
        var aligned = new char[length];
        for (var i = Length - 1; i >= 0; i--)
        {
            aligned[_isPlain ? i : _starts[i]] = _characters[i];
        }

        return aligned;
    }

    public void Clear() => (Length, _isPlain) = (0, true);

    /// <summary>Room for the characters of a text, to be written and then taken with <see cref="TakePlain"/>.</summary>
    public Span<char> Room(int length)
    {
        if (_characters.Length < length)
        {
            Array.Resize(ref _characters, (int)BitOperations.RoundUpToPowerOf2((uint)length));
        }

        return _characters.AsSpan(0, length);
    }

    /// <summary>Takes the first characters of the room as the normalised beginning of the text, each where its original stands.</summary>
    public void TakePlain(int length) => Length = length;

    public void Add(char character, int start, int end)
    {
        if (_isPlain)
        {
            WritePlaces();
        }

        if (Length == _characters.Length)
        {
            Array.Resize(ref _characters, Length * 2);
        }

        FitPlaces();
        _characters[Length] = character;
        _starts[Length] = start;
        _ends[Length] = end;
        Length++;
    }

    private void WritePlaces()
    {
        FitPlaces();
        for (var i = 0; i < Length; i++)
        {
            (_starts[i], _ends[i]) = (i, i + 1);
        }

        _isPlain = false;
    }

    private void FitPlaces()
    {
        if (_characters.Length > _starts.Length)
        {
            Array.Resize(ref _starts, _characters.Length);
            Array.Resize(ref _ends, _characters.Length);
        }
    }

    public override string ToString() => new(Characters);
}
