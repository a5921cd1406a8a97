using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ScenarioPortal.Exchange.Writing;

namespace ScenarioPortal.Web.Privacy;

/// <summary>One's own data to take away: a ZIP with everything as JSON for machines, and a table for each kind of record for people.</summary>
internal static class OwnDataFile
{
    public const string Json = "data.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() }
    };

    public static byte[] Of(IReadOnlyList<OwnRecord> records, IReadOnlyList<OwnTable> tables)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, Json, JsonSerializer.Serialize(records.GroupBy(r => r.Kind, r => r.Values).ToDictionary(k => k.Key, k => k.ToArray()), Readable));
            foreach (var table in tables)
            {
                Write(archive, NameOf(table), TextOf(table));
            }
        }

        return file.ToArray();
    }

    public static string NameOf(OwnTable table) => $"{table.Title}.csv";

    /// <summary>With a mark of UTF-8 in front, so that spreadsheets read Chinese.</summary>
    private static string TextOf(OwnTable table) =>
        string.Concat(["\ufeff", CsvLine.Of(table.Columns.Select(c => c.Label ?? c.Property)), .. table.Rows.Select(r => CsvLine.Of(r))]);

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}
