namespace ScenarioPortal.Exchange.Reading.Packages;

/// <summary>An archive is read from its end, a program from its beginning: what is both is neither.</summary>
internal static class PackageEnds
{
    private const int EndLength = 22;

    /// <exception cref="UnreadableFileException">Something stands before the first part or behind the directory.</exception>
    public static void RequireNothingAround(Stream file)
    {
        Span<byte> ends = stackalloc byte[EndLength];
        file.Position = 0;
        if (file.Length < 2 * EndLength || file.ReadAtLeast(ends, 4, throwOnEndOfStream: false) < 4 || !ends.StartsWith("PK\x03\x04"u8))
        {
            throw new UnreadableFileException(PackageRefusals.NotOffice);
        }

        file.Position = file.Length - EndLength;
        file.ReadExactly(ends);
        if (!ends.StartsWith("PK\x05\x06"u8) || ends[^2..].IndexOfAnyExcept((byte)0) >= 0)
        {
            throw new UnreadableFileException(PackageRefusals.Foreign);
        }
    }
}
