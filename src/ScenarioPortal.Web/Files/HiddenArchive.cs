namespace ScenarioPortal.Web.Files;

/// <summary>Finds a ZIP archive (and so a JAR or an Office file) in something that passes for another kind: archives are read from their end.</summary>
internal static class HiddenArchive
{
    private const int EndLength = 22;
    private const int CommentLengthAt = 20;
    private const int LongestComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> EndSignature => [(byte)'P', (byte)'K', 5, 6];

    private static ReadOnlySpan<byte> EntrySignature => [(byte)'P', (byte)'K', 1, 2];

    public static bool IsIn(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - EndLength - LongestComment)..];
        for (var at = tail.LastIndexOf(EndSignature); at >= 0; at = tail[..at].LastIndexOf(EndSignature))
        {
            if (at + EndLength <= tail.Length && at + EndLength + (tail[at + CommentLengthAt] | (tail[at + CommentLengthAt + 1] << 8)) <= tail.Length && content.IndexOf(EntrySignature) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
