using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>A block of cells that shows the value of its first one. Rows and columns count from 1.</summary>
internal readonly record struct MergedRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Reads “B3:B7”; absent when it is no range of several cells.</summary>
    public static MergedRange? Parse(string? reference)
    {
        if (reference?.Split(':') is not [var first, var last]
            || ColumnLetter.Parse(first) is not ({ } left, { } top) || ColumnLetter.Parse(last) is not ({ } right, { } bottom)
            || right < left || bottom < top || (left == right && top == bottom))
        {
            return null;
        }

        return new(top, left, bottom, right);
    }
}
