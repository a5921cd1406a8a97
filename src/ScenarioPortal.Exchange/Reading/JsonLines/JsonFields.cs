using System.Globalization;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.JsonLines;

/// <summary>Sorts the members of one JSON object into fields, by the names that columns have too.</summary>
internal sealed class JsonFields(ListKind list, SheetMapping mapping)
{
    /// <summary>An object may have every field; one that it lacks has no column to name.</summary>
    private static readonly Dictionary<SheetField, string?> All = Enum.GetValues<SheetField>().ToDictionary(field => field, string? (_) => null);

    private readonly ColumnAliases _aliases = ColumnAliases.Of(list);

    public FieldValues Sort(JsonElement row, int number)
    {
        var values = new FieldValues(sheet: null, number, All);
        foreach (var member in row.EnumerateObject())
        {
            Add(values, member);
        }

        return values;
    }

    private void Add(FieldValues values, JsonProperty member)
    {
        var name = HeaderName.Of(member.Name);
        var field = mapping.TryGet(name, out var decided) ? decided : _aliases.Find(name)?.Field ?? SheetField.Other;
        switch (field, member.Value.ValueKind)
        {
            case (SheetField.Region, JsonValueKind.Object):
                Put(values, field, name, $"{Member(member.Value, "code")} {Member(member.Value, "name")}");
                Put(values, SheetField.Zone, name, Member(member.Value, "zone"));
                break;
            case (SheetField.Publisher, JsonValueKind.Object):
                Organisation(values, member.Value, name, field, SheetField.PublisherCode);
                break;
            case (SheetField.Company, JsonValueKind.Object):
                Organisation(values, member.Value, name, field, SheetField.CompanyCode);
                break;
            case (SheetField.WishedConditions, JsonValueKind.Array):
                Conditions(values, member.Value, name);
                break;
            case (SheetField.Qualifications, JsonValueKind.Array):
                Put(values, field, name, [.. member.Value.EnumerateArray().Select(Certificate)]);
                break;
            case (_, JsonValueKind.Array):
                Put(values, field, name, [.. member.Value.EnumerateArray().Select(Text)]);
                break;
            default:
                Put(values, field, name, Text(member.Value));
                break;
        }
    }

    private static void Organisation(FieldValues values, JsonElement organisation, HeaderName name, SheetField field, SheetField codeField)
    {
        Put(values, field, name, Member(organisation, "name"));
        Put(values, codeField, name, Member(organisation, "code"));
    }

    private static string Certificate(JsonElement certificate) => certificate.ValueKind == JsonValueKind.Object
        ? new CertificateCells(Member(certificate, "name"), Member(certificate, "issuer"), Member(certificate, "number"), Member(certificate, "valid_until")).ToLine()
        : Text(certificate);

    /// <summary>A condition is required only where it says so: a required one excludes suppliers, a wish ranks them.</summary>
    private static void Conditions(FieldValues values, JsonElement conditions, HeaderName name)
    {
        var byKind = conditions.EnumerateArray().ToLookup(
            condition => condition.ValueKind == JsonValueKind.Object && condition.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True,
            condition => condition.ValueKind == JsonValueKind.Object ? Member(condition, "text") : Text(condition));
        Put(values, SheetField.RequiredConditions, name, [.. byKind[true]]);
        Put(values, SheetField.WishedConditions, name, [.. byKind[false]]);
    }

    private static void Put(FieldValues values, SheetField field, HeaderName name, List<string> entries)
    {
        var kept = entries.Select(CellText.Clean).Where(entry => entry.Length > 0).Distinct().ToList();
        if (kept.Count > 0)
        {
            values.Add(field, Value(name, string.Join('\n', kept)) with { Entries = kept });
        }
    }

    private static void Put(FieldValues values, SheetField field, HeaderName name, string text)
    {
        var clean = CellText.Clean(text);
        if (clean.Length > 0)
        {
            values.Add(field, Value(name, clean));
        }
    }

    private static FieldValue Value(HeaderName name, string text) => new() { Text = text, Column = name.Written, Header = name.Written, Unit = name.Unit };

    private static string Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) ? Text(member) : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => WellFormed(value),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        _ => value.GetRawText()
    };

    /// <summary>The text of a string; halves of characters, which JSON can escape, make it unreadable.</summary>
    private static string WellFormed(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException halves)
        {
            throw new JsonException("A text is not well formed.", halves);
        }
    }
}
