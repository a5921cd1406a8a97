using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>
/// A released list as JSON: an array with an object for each row, named as the interface names things, in the very words that were frozen, so that the
/// hash of the list can be computed from it. What is not stated is left out.
/// </summary>
internal sealed class JsonRelease : IReleaseFormat
{
    private const int HeldBack = 1 << 14;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Extension => "json";

    public string ContentType => "application/json; charset=utf-8";

    public async Task WriteAsync(ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, Stream target, CancellationToken cancellation)
    {
        await using var file = new Utf8JsonWriter(target, Options);
        file.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            Write(file, row);
            if (file.BytesPending >= HeldBack)
            {
                await file.FlushAsync(cancellation);
            }
        }

        file.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter file, ReleaseRow row)
    {
        file.WriteStartObject();
        file.WriteString("id", row.SubjectId);
        file.WriteString("number", row.Number);
        file.WriteString("title", row.Content.Title);
        file.WriteString("description", row.Content.Summary);
        WriteNamed(file, "organisation", row.Content.Organisation);
        WriteNamed(file, "region", row.Content.Region);
        WriteStated(file, "field", row.Content.Field);
        WriteStated(file, "budget", row.Content.Budget);
        WriteStated(file, "deadline", row.Content.Deadline);
        WriteStated(file, "trl", row.Content.Trl);
        WriteStated(file, "certificates", row.Content.Certificates);
        WriteNamed(file, "partner", row.Content.Partner);
        WriteStated(file, "results", row.Content.Results);
        file.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter file, string name, string? named)
    {
        if (named is not null)
        {
            file.WriteStartObject(name);
            file.WriteString("name", named);
            file.WriteEndObject();
        }
    }

    private static void WriteStated(Utf8JsonWriter file, string name, string? stated)
    {
        if (stated is not null)
        {
            file.WriteString(name, stated);
        }
    }
}
