using System.IO.Compression;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>The parts of an xlsx by name. What the archive declares is checked before the first part is unpacked.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly ReadLimits _limits;
    private readonly UnpackingBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public WorkbookArchive(Stream file, ReadLimits limits, CancellationToken cancellation)
    {
        ZipDirectory.RequireAtMost(file, limits.Entries);
        file.Position = 0;
        _zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
        _limits = limits;
        _budget = new(2 * limits.TotalBytes, cancellation);
        foreach (var entry in _zip.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        RequireHarmless();
    }

    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Two parts have one name, so that it depends on the reader which of them is meant.</summary>
    public bool HasDoubles => _zip.Entries.Count > _parts.Count;

    public bool Has(string part) => _parts.ContainsKey(part);

    public long DeclaredLength(string part) => _parts.TryGetValue(part, out var entry) ? entry.Length : 0;

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public PartStream Open(string part, long? maxBytes = null) => _parts.TryGetValue(part, out var entry)
        ? new(entry.Open(), maxBytes ?? _limits.PartBytes, _budget)
        : throw new InvalidDataException($"The part {part} is missing.");

    /// <summary>A part of whatever kind, pictures too, that nobody looks into.</summary>
    /// <exception cref="InvalidDataException">It is longer than the archive declares.</exception>
    public void CopyAsItIs(string part, Stream target)
    {
        var entry = _parts[part];
        using var content = entry.Open();
        var buffer = new byte[81_920];
        var left = entry.Length;
        for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
        {
            _budget.Take(count);
            left -= count;
            if (left < 0)
            {
                throw new InvalidDataException("A part is longer than declared.");
            }

            target.Write(buffer, 0, count);
        }
    }

    public void Dispose() => _zip.Dispose();

    private void RequireHarmless()
    {
        var entries = _zip.Entries;
        if (entries.Any(entry => entry.Length > _limits.PartBytes || IsTooTight(entry)) || entries.Sum(entry => entry.Length) > _limits.TotalBytes)
        {
            throw new UnreadableFileException(FileRefusals.Bomb);
        }
    }

    private bool IsTooTight(ZipArchiveEntry entry) =>
        entry.Length > _limits.RatioFloorBytes && entry.Length > entry.CompressedLength * _limits.CompressionRatio;
}
