namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>Makes what was sent seekable, and refuses what is too big before it is read.</summary>
internal static class InputFile
{
    private const int Megabyte = 1 << 20;

    /// <summary>The stream itself where it can seek; otherwise a copy in memory, of at most the file limit.</summary>
    public static async Task<Stream> SeekableAsync(Stream sent, ReadLimits limits, CancellationToken cancellation)
    {
        if (sent.CanSeek)
        {
            return sent.Length <= limits.FileBytes ? sent : throw TooBig(limits);
        }

        var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (var count = await sent.ReadAsync(buffer, cancellation); count > 0; count = await sent.ReadAsync(buffer, cancellation))
        {
            if (copy.Length + count > limits.FileBytes)
            {
                throw TooBig(limits);
            }

            copy.Write(buffer, 0, count);
        }

        return copy;
    }

    private static UnreadableFileException TooBig(ReadLimits limits) => new(FileRefusals.TooBig, limits.FileBytes / Megabyte);
}
