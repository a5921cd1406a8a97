using System.Diagnostics;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Releases;

/// <summary>The office program that many clerks have, without a screen.</summary>
internal static class LibreOffice
{
    private static readonly string[] Places = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

    /// <summary>Opens a file, and saves what it understood as a web page.</summary>
    public static async Task<string> ReadAsync(byte[] file, string name)
    {
        var program = Environment.GetEnvironmentVariable("PORTAL_TEST_OFFICE") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
        Assert.True(program is not null, "LibreOffice is missing; PORTAL_TEST_OFFICE may name it.");
        await using var directory = new TemporaryDirectory();
        var path = directory.Below(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        using var office = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                "--headless", "--norestore", "--nolockcheck", $"-env:UserInstallation={new Uri(directory.Below("profile"))}",
                "--convert-to", "html", "--outdir", Path.GetDirectoryName(path)!, path
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var said = await Task.WhenAll(office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        var page = Path.ChangeExtension(path, "html");
        Assert.True(File.Exists(page), string.Concat(said));
        return await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
    }
}
