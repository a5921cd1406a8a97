using System.Security.Cryptography;

namespace ScenarioPortal.IntegrationTests;

/// <summary>A directory that others may enter, so that a server which is not root can live in it; gone afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable, IAsyncDisposable
{
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"scenarioportal-tests-{RandomNumberGenerator.GetHexString(8, lowercase: true)}")).FullName;

    public string Below(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var link in new DirectoryInfo(Path).EnumerateDirectories().Where(entry => entry.LinkTarget is not null))
        {
            Directory.Delete(link.LinkTarget!, recursive: true);
        }

        Directory.Delete(Path, recursive: true);
    }
}
