using System.Text;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Delimited;
using ScenarioPortal.Exchange.Reading.JsonLines;
using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>Opens a file as what its content says it is. The name counts only between kinds of text.</summary>
internal static class ListFiles
{
    private const int BeginningLength = 1024;

    public static IListFile Open(Stream file, string fileName, ListKind list, ReadOptions options, CancellationToken cancellation)
    {
        Span<byte> magic = stackalloc byte[8];
        file.Position = 0;
        var count = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        return magic[..count] switch
        {
            [] => throw new UnreadableFileException(FileRefusals.Empty),
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Sheets(ZipFiles.Open(file, options.Limits, cancellation)),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] => Sheets(OpenOle(file, options.Limits, cancellation)),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new UnreadableFileException(FileRefusals.NotASpreadsheet),
            _ => OpenText(file, fileName, list, options, cancellation)
        };

        SheetsFile Sheets(Tables.ISheetSource source) => new(source, list, options);
    }

    /// <summary>The tables of a file that is no xlsx, as they stand there; absent for an xlsx.</summary>
    public static Tables.ISheetSource? OpenTables(Stream file, ReadLimits limits, CancellationToken cancellation)
    {
        Span<byte> magic = stackalloc byte[8];
        file.Position = 0;
        var count = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        return magic[..count] switch
        {
            [(byte)'P', (byte)'K', ..] => null,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OpenOle(file, limits, cancellation),
            _ => new DelimitedSource(file, TextEncodings.Of(file, cancellation), new ReadOptions { Limits = limits })
        };
    }

    private static XlsSource OpenOle(Stream file, ReadLimits limits, CancellationToken cancellation)
    {
        var streams = OleStreams.Among(file, cancellation, "EncryptedPackage", "Workbook", "Book");
        return streams.Contains("EncryptedPackage") ? throw new UnreadableFileException(FileRefusals.Encrypted)
            : streams.Count == 0 ? throw new UnreadableFileException(FileRefusals.NotASpreadsheet)
            : new(file, limits);
    }

    private static IListFile OpenText(Stream file, string fileName, ListKind list, ReadOptions options, CancellationToken cancellation)
    {
        var encoding = TextEncodings.Of(file, cancellation);
        var beginning = Beginning(file, encoding);
        if (MarkupFiles.NameOf(beginning) is { } format)
        {
            throw new UnreadableFileException(FileRefusals.OtherFormat, format);
        }

        if (beginning.Length == 0 && file.Length < BeginningLength)
        {
            throw new UnreadableFileException(FileRefusals.Empty);
        }

        var isJson = beginning.StartsWith('{') || fileName.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
        return isJson
            ? new JsonLinesFile(file, encoding, list, options)
            : new SheetsFile(new DelimitedSource(file, encoding, options), list, options);
    }

    private static string Beginning(Stream file, Encoding encoding)
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var characters = new char[BeginningLength];
        return new string(characters, 0, text.ReadBlock(characters)).Trim();
    }
}
