namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Column numbers (from 1) and the letters that Excel shows for them.</summary>
internal static class ColumnLetter
{
    private const int Letters = 26;

    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / Letters)
        {
            letters = (char)('A' + ((rest - 1) % Letters)) + letters;
        }

        return letters;
    }

    /// <summary>Reads the beginning of “AB12”: column and row, each absent when it is not there.</summary>
    public static (int? Column, int? Row) Parse(ReadOnlySpan<char> reference)
    {
        const int longest = 3;
        var (at, column) = (0, 0);
        for (; at < reference.Length && at < longest && char.IsAsciiLetter(reference[at]); at++)
        {
            column = (column * Letters) + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
        }

        var row = int.TryParse(reference[at..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (column > 0 ? column : null, row > 0 ? row : null);
    }
}
