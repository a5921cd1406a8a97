namespace ScenarioPortal.Data.Embedded;

/// <summary>A lock on a file that the operating system gives back when its holder dies, however it dies.</summary>
internal static class FileLock
{
    public static FileStream? TryShared(string path) => Try(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    public static FileStream? TryExclusive(string path) => Try(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public static Task<FileStream> WaitAsync(Func<FileStream?> attempt, TimeSpan limit, string refusal, CancellationToken cancellation) =>
        Patience.WaitForAsync(() => Task.FromResult(attempt()), limit, refusal, cancellation);

    private static FileStream? Try(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, mode, access, share);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
