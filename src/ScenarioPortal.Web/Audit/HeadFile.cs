using System.Text.Json;

namespace ScenarioPortal.Web.Audit;

/// <summary>
/// The file outside the database to which the head of the audit trail is written again and again. Who can rewrite the whole chain cannot
/// rewrite what has been copied from here to another machine.
/// </summary>
internal sealed class HeadFile(string path)
{
    public HeadFile(PortalPaths paths)
        : this(System.IO.Path.Combine(paths.Own, "audit", "heads.jsonl"))
    {
    }

    public string Path => path;

    /// <summary>One line, in one write: other nodes may write to the same file.</summary>
    public async Task AppendAsync(ChainHead head, CancellationToken cancellation)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var line = JsonSerializer.SerializeToUtf8Bytes(head, JsonSerializerOptions.Web);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync((byte[])[.. line, (byte)'\n'], cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>All recorded heads; none when nothing has been recorded yet.</summary>
    public async Task<IReadOnlyList<ChainHead>> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        List<ChainHead> heads = [];
        foreach (var line in await File.ReadAllLinesAsync(path, cancellation))
        {
            heads.Add(Read(line, heads.Count + 1));
        }

        return heads;
    }

    private static ChainHead Read(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<ChainHead>(line, JsonSerializerOptions.Web)
                ?? throw new ChainBrokenException($"Line {number} of the file of heads says nothing.");
        }
        catch (JsonException)
        {
            throw new ChainBrokenException($"Line {number} of the file of heads cannot be read.");
        }
    }
}
