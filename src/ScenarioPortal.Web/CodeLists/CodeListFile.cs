namespace ScenarioPortal.Web.CodeLists;

/// <summary>A code list as a file that people can read and correct: a version line, remarks, a header and plain comma-separated rows.</summary>
internal sealed record CodeListFile(string Version, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    private const string VersionMark = "# version,";

    public static async Task<CodeListFile> ReadAsync(string path, CancellationToken cancellation)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellation);
        var version = lines[0].StartsWith(VersionMark, StringComparison.Ordinal)
            ? lines[0][VersionMark.Length..].Trim()
            : throw new InvalidDataException($"{path} does not begin with “{VersionMark}”.");
        var table = lines.Skip(1).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')).ToArray();
        var header = table[0];
        return new CodeListFile(version,
        [
            .. from cells in table.Skip(1)
               let row = cells.Length == header.Length ? cells : throw new InvalidDataException($"{path}: “{string.Join(',', cells)}” has not {header.Length} cells.")
               select header.Zip(row).ToDictionary(p => p.First, p => p.Second.Trim(), StringComparer.Ordinal)
        ]);
    }
}
