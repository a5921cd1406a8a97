using System.Runtime.InteropServices;
using System.Text;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>
/// The texts that cells refer to by number, packed end to end in large pages: two bytes a character, one where all are
/// Latin. A string of its own for each would take 22 bytes more, and the collector would walk them all.
/// </summary>
internal sealed class SharedStrings
{
    private const int PageBytes = 1 << 18;
    private const int MaxStrings = 4_000_000;

    private readonly List<byte[]> _pages = [];
    private readonly List<Place> _places = [];
    private int _free = PageBytes;

    public static SharedStrings None { get; } = new();

    public string? this[int index] => index < 0 || index >= _places.Count ? null : Text(_places[index]);

    public static SharedStrings Of(Stream part, int maxLength)
    {
        var strings = new SharedStrings();
        using var reader = new PartReader(part);
        var text = new StringBuilder();
        while (reader.NextElement("si"))
        {
            text.Clear();
            RichText.Append(reader, text, maxLength);
            strings.Add(EscapedText.Decode(text.ToString()));
        }

        return strings;
    }

    private void Add(string text)
    {
        if (_places.Count == MaxStrings)
        {
            throw new UnreadableFileException(FileRefusals.Bomb);
        }

        var latin = !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        var bytes = text.Length * (latin ? 1 : 2);
        var start = Room(bytes);
        if (latin)
        {
            Encoding.Latin1.GetBytes(text, _pages[^1].AsSpan(start));
        }
        else
        {
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(_pages[^1].AsSpan(start));
        }

        _places.Add(new(_pages.Count - 1, start, latin ? bytes : -bytes));
    }

    /// <summary>Where in the last page so many bytes begin; a new page is begun when they do not fit.</summary>
    private int Room(int bytes)
    {
        if (_pages.Count == 0 || _free + bytes > _pages[^1].Length)
        {
            _pages.Add(new byte[Math.Max(bytes, PageBytes)]);
            _free = 0;
        }

        var start = _free;
        _free += bytes;
        return start;
    }

    private string Text(Place place) => place.Bytes >= 0
        ? Encoding.Latin1.GetString(_pages[place.Page], place.Start, place.Bytes)
        : Encoding.Unicode.GetString(_pages[place.Page], place.Start, -place.Bytes);

    /// <summary>Negative <paramref name="Bytes"/> mean two to a character.</summary>
    private readonly record struct Place(int Page, int Start, int Bytes);
}
