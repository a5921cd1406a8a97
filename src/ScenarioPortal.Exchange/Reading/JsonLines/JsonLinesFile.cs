using System.Text;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Files;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.JsonLines;

/// <summary>An open jsonl: one JSON object to a line. A line that is none is a refused row; the others go in.</summary>
internal sealed class JsonLinesFile(Stream file, Encoding encoding, ListKind list, ReadOptions options) : IListFile
{
    private readonly JsonFields _fields = new(list, options.Mapping);

    public double Fraction => (double)file.Position / Math.Max(1, file.Length);

    public IEnumerable<ListEvent> Read()
    {
        yield return new SheetFound(new());
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var isFirst = true;
        foreach (var line in JsonLine.All(text, options.Limits.CellLength))
        {
            var found = Sorted(line, isFirst);
            isFirst &= found is BrokenRow;
            yield return found;
        }
    }

    public void Dispose()
    {
    }

    private ListEvent Sorted(JsonLine line, bool isFirst)
    {
        if (line.Text is null)
        {
            return Broken(line, new(CellRefusals.LineTooLong, options.Limits.CellLength));
        }

        try
        {
            using var json = JsonDocument.Parse(line.Text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Broken(line, new(CellRefusals.NotAnObject));
            }

            if (isFirst && ListGuess.WrongList(json.RootElement.EnumerateObject().Select(member => HeaderName.Of(member.Name)), list) is { } wrong)
            {
                throw new UnreadableFileException(wrong);
            }

            return new SortedRow(_fields.Sort(json.RootElement, line.Number), CompanyFromAbove: null);
        }
        catch (JsonException)
        {
            return Broken(line, new(CellRefusals.NotJson));
        }
    }

    private static BrokenRow Broken(JsonLine line, Reason reason) => new(new RowRefusal
    {
        Row = line.Number,
        Value = line.Text is null ? null : Values.CellText.Excerpt(line.Text),
        Reason = reason
    });
}
