namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Common slips of writing and what was meant (布署 → 部署), as many characters each, so that every character keeps its place. A slip is one only where words
/// begin and end at its bounds: 讲座标题 keeps its 座标, because it is cut into 讲座 and 标题.
/// </summary>
internal sealed class Typos
{
    private const char Comment = '#';

    /// <summary>So many characters on either side decide where words begin and end.</summary>
    private const int Context = 24;

    private readonly Dictionary<char, List<Slip>> _slips;

    private Typos(Dictionary<char, List<Slip>> slips)
    {
        _slips = slips;
        Firsts = new CharacterSet(slips.Keys);
        Marks = new CharacterSet(slips.Values.SelectMany(s => s).Select(s => s.Wrong[s.Wrong.AsSpan().CommonPrefixLength(s.Right)]));
    }

    public static Typos None { get; } = new([]);

    /// <summary>A text without any of these holds no slip.</summary>
    public CharacterSet Marks { get; }

    private CharacterSet Firsts { get; }

    /// <summary>Reads lines of the form <c>wrong,right</c> below a line of names; lines with # are comments.</summary>
    /// <exception cref="InvalidDataException">A line is of another form, or its sides are not as long as each other.</exception>
    public static Typos Load(TextReader file)
    {
        var slips = file.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != Comment)
            .Skip(1)
            .Select(Read)
            .OrderByDescending(slip => slip.Wrong.Length);
        return new Typos(slips.GroupBy(slip => slip.Wrong[0]).ToDictionary(slip => slip.Key, slip => slip.ToList()));
    }

    /// <summary>Writes in a text what was meant.</summary>
    public void Correct(Span<char> text, Segmenter segmenter)
    {
        for (var start = 0; start < text.Length;)
        {
            start += Firsts.Contains(text[start]) ? CorrectAt(text, start, segmenter) : 1;
        }
    }

    /// <summary>Corrects the slip that begins at a place, if one does, and tells how far to go on.</summary>
    private int CorrectAt(Span<char> text, int start, Segmenter segmenter)
    {
        foreach (var slip in _slips[text[start]])
        {
            var end = start + slip.Wrong.Length;
            if (text[start..].StartsWith(slip.Wrong) && AreBounds(text, start, end, segmenter))
            {
                slip.Right.CopyTo(text[start..]);
                return slip.Wrong.Length;
            }
        }

        return 1;
    }

    private static bool AreBounds(ReadOnlySpan<char> text, int start, int end, Segmenter segmenter)
    {
        var (first, last) = (start, end);
        while (first > 0 && start - first < Context && CharacterKind.IsHan(text[first - 1]))
        {
            first--;
        }

        while (last < text.Length && last - end < Context && CharacterKind.IsHan(text[last]))
        {
            last++;
        }

        Span<int> lengths = stackalloc int[last - first];
        var (begins, ends, place) = (start == first, false, first);
        foreach (var length in lengths[..segmenter.Cut(text[first..last], lengths)])
        {
            place += length;
            begins |= place == start;
            ends |= place == end;
        }

        return begins && ends;
    }

    private static Slip Read(string line) =>
        line.Split(',') is [{ Length: > 1 } wrong, var right] && wrong.Length == right.Length && wrong != right && (wrong + right).All(CharacterKind.IsHan)
            ? new Slip(wrong, right)
            : throw new InvalidDataException($"This line of slips is not 'wrong,right' with as many Chinese characters each: {line}");

    private readonly record struct Slip(string Wrong, string Right);
}
