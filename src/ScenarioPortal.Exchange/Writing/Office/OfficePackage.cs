using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace ScenarioPortal.Exchange.Writing.Office;

/// <summary>
/// An Office file that is written part after part and row after row, and never held whole: the packages of the Open XML SDK keep every part in
/// memory until they close.
/// </summary>
internal sealed class OfficePackage : IAsyncDisposable
{
    private const int MostHeld = 1 << 15;

    private readonly HeldBackStream _output;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _date;
    private readonly CancellationToken _cancellation;
    private bool _failed;

    public OfficePackage(Stream target, DateTimeOffset date, CancellationToken cancellation)
    {
        (_output, _date, _cancellation) = (new(target), date, cancellation);
        _zip = new(_output, ZipArchiveMode.Create);
    }

    /// <summary>Writes what comes before the parts: the list of them, who refers to whom, title and date.</summary>
    public void WriteFrame(IReadOnlyList<OfficePart> parts, string title, string description)
    {
        var frame = new OfficeFrame(parts, title, description, _date);
        foreach (var (path, content) in frame.Files)
        {
            using var entry = Open(path);
            content.Save(entry, System.Xml.Linq.SaveOptions.DisableFormatting);
        }
    }

    public void Write(OfficePart part, OpenXmlElement root)
    {
        using var stream = Open(part.Path);
        using var writer = OpenXmlWriter.Create(stream, Encoding.UTF8);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
    }

    /// <summary>A part of many rows: what is written here must be passed on from time to time.</summary>
    public async Task WriteAsync(OfficePart part, Func<OpenXmlWriter, Task> write)
    {
        try
        {
            using var stream = Open(part.Path);
            using var writer = OpenXmlWriter.Create(stream, Encoding.UTF8);
            writer.WriteStartDocument(standalone: true);
            await write(writer);
        }
        catch
        {
            // No file must look whole that is not.
            _failed = true;
            throw;
        }
    }

    /// <summary>To be called after each row.</summary>
    public Task PassOnAsync() => _output.Held >= MostHeld ? _output.PassOnAsync(_cancellation) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_failed)
        {
            return;
        }

        _zip.Dispose();
        await _output.PassOnAsync(_cancellation);
        await _output.DisposeAsync();
    }

    private Stream Open(string path)
    {
        var entry = _zip.CreateEntry(path);
        entry.LastWriteTime = _date;
        return entry.Open();
    }
}
