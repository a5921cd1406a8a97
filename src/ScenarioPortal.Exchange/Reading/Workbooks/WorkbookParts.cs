namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>What the workbook part says: its sheets in their order, where their parts are, and how it counts days.</summary>
internal sealed record WorkbookParts
{
    private const int MaxSmallPart = 8 << 20;

    public required IReadOnlyList<(string Name, bool Hidden, string Part)> Sheets { get; init; }

    public string? SharedStrings { get; init; }

    public string? Styles { get; init; }

    /// <summary>True when days count from 1904, as on old Macs.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>The main part of the package; absent when it is no Office document.</summary>
    public static string? MainPart(WorkbookArchive archive) => archive.Has("_rels/.rels")
        ? Relations(archive, "_rels/.rels", "").Values.FirstOrDefault(relation => relation.Kind == "officeDocument").Part
        : null;

    public static WorkbookParts Of(WorkbookArchive archive, string workbook, int maxSheets)
    {
        var slash = workbook.LastIndexOf('/') + 1;
        var folder = workbook[..slash];
        var relations = Relations(archive, $"{folder}_rels/{workbook[slash..]}.rels", folder);
        List<(string Name, bool Hidden, string Part)> sheets = [];
        var from1904 = false;
        using var reader = new PartReader(archive.Open(workbook, MaxSmallPart));
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "workbookPr" })
            {
                from1904 = reader.Attribute("date1904") is "1" or "true";
            }
            else if (reader is { IsStart: true, Name: "sheet" } && reader.Relation("id") is { } id
                && relations.TryGetValue(id, out var relation) && relation.Kind == "worksheet")
            {
                sheets.Add((reader.Attribute("name") ?? "", reader.Attribute("state") is "hidden" or "veryHidden", relation.Part));
                if (sheets.Count > maxSheets)
                {
                    throw new UnreadableFileException(FileRefusals.TooManySheets, maxSheets);
                }
            }
        }

        return new()
        {
            Sheets = sheets,
            SharedStrings = relations.Values.FirstOrDefault(relation => relation.Kind == "sharedStrings").Part,
            Styles = relations.Values.FirstOrDefault(relation => relation.Kind == "styles").Part,
            CountsFrom1904 = from1904
        };
    }

    private static Dictionary<string, (string Kind, string Part)> Relations(WorkbookArchive archive, string part, string folder)
    {
        Dictionary<string, (string, string)> relations = [];
        using var reader = new PartReader(archive.Open(part, MaxSmallPart));
        while (reader.NextElement("Relationship"))
        {
            if (reader.Attribute("Id") is { } id && reader.Attribute("Type") is { } type && reader.Attribute("Target") is { } target)
            {
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target.Replace('\\', '/')));
            }
        }

        return relations;
    }

    private static string Resolved(string folder, string target)
    {
        List<string> path = [];
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
