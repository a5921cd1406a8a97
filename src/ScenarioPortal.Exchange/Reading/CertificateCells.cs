using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>One certificate as it is typed into four boxes; what is empty is null.</summary>
public sealed record CertificateCells(string? Name, string? Issuer, string? Number, string? Until)
{
    private const int Columns = 4;

    private static readonly char[] Bars = ['|', '｜'];

    public bool IsEmpty => Name is null && Issuer is null && Number is null && Until is null;

    public static bool HasBars(string line) => line.IndexOfAny(Bars) >= 0;

    /// <summary>The boxes of a line. Where it has fewer than four, a day at its end is the last day.</summary>
    public static CertificateCells Of(string line)
    {
        List<string?> cells = [.. line.Split(Bars).Select(Cell)];
        while (cells.Count > Columns && cells[^1] is null)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        if (cells.Count is > 1 and < Columns && cells[^1] is { } last && (CertificateEntry.IsDay(last) || CertificateEntry.IsWithoutEnd(last)))
        {
            cells.InsertRange(cells.Count - 1, Enumerable.Repeat<string?>(null, Columns - cells.Count));
        }

        return new(cells[0], cells.ElementAtOrDefault(1), cells.ElementAtOrDefault(2), cells.Count <= Columns ? cells.ElementAtOrDefault(3) : string.Join(' ', cells[3..]));
    }

    /// <summary>One line with bars, which <see cref="Of"/> takes apart again; a bar that was typed becomes a stroke, for it would end the box.</summary>
    public string ToLine()
    {
        var cells = new[] { Name, Issuer, Number, Until }.Select(c => CellText.OneLine(c ?? "").Replace('|', '/').Replace('｜', '/')).ToArray();
        return cells[1..].Any(c => c.Length > 0) ? string.Join(" | ", cells).TrimEnd() : $"{cells[0]} |";
    }

    private static string? Cell(string text) => CellText.OneLine(text) is { Length: > 0 } clean ? clean : null;
}
