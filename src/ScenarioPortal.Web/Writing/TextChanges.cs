namespace ScenarioPortal.Web.Writing;

/// <summary>What changed between two texts, in pieces that stayed, went and came: Chinese character by character, other words whole.</summary>
internal static class TextChanges
{
    /// <summary>Beyond this the quadratic comparison would cost more than it tells: then the whole text went and came.</summary>
    private const int PiecesMax = 2_000;

    public static IReadOnlyList<(Change Change, string Text)> Between(string before, string after)
    {
        if (before == after)
        {
            return after.Length == 0 ? [] : [(Change.Stayed, after)];
        }

        var (old, current) = (Pieces(before), Pieces(after));
        var head = old.Zip(current).TakeWhile(p => p.First == p.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(current.Skip(head).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        List<(Change, string)> changes = [.. old.Take(head).Select(p => (Change.Stayed, p))];
        changes.AddRange(Middle(old[head..^tail], current[head..^tail]));
        changes.AddRange(old.TakeLast(tail).Select(p => (Change.Stayed, p)));
        return Joined(changes);
    }

    private static List<(Change, string)> Middle(string[] old, string[] current)
    {
        if (old.Length > PiecesMax || current.Length > PiecesMax)
        {
            return [.. old.Select(p => (Change.Went, p)), .. current.Select(p => (Change.Came, p))];
        }

        // common[i, j]: how much old[i..] and current[j..] have in common.
        var common = new short[old.Length + 1, current.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = current.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == current[j] ? (short)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(Change, string)> changes = [];
        var (from, to) = (0, 0);
        while (from < old.Length || to < current.Length)
        {
            if (from < old.Length && to < current.Length && old[from] == current[to])
            {
                changes.Add((Change.Stayed, old[from]));
                (from, to) = (from + 1, to + 1);
            }
            else if (to == current.Length || (from < old.Length && common[from + 1, to] >= common[from, to + 1]))
            {
                changes.Add((Change.Went, old[from++]));
            }
            else
            {
                changes.Add((Change.Came, current[to++]));
            }
        }

        return changes;
    }

    private static List<(Change, string)> Joined(List<(Change Change, string Text)> changes)
    {
        List<(Change Change, string Text)> joined = [];
        foreach (var piece in changes)
        {
            if (joined.Count > 0 && joined[^1].Change == piece.Change)
            {
                joined[^1] = (piece.Change, joined[^1].Text + piece.Text);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static string[] Pieces(string text)
    {
        List<string> pieces = [];
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || !(char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1])) && !char.IsLowSurrogate(text[at]))
            {
                pieces.Add(text[start..at]);
                start = at;
            }
        }

        return [.. pieces];
    }
}

internal enum Change
{
    Stayed,
    Went,
    Came
}
