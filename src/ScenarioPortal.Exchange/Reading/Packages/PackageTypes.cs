using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Reading.Packages;

/// <summary>What [Content_Types].xml says of each part (ECMA-376 part 2, 7.2.3), and what is usual in a document without programs.</summary>
internal sealed class PackageTypes
{
    private const string Part = "[Content_Types].xml";
    private const int PartMax = 4 << 20;

    private static readonly Dictionary<string, OfficeKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"] = OfficeKind.Document,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"] = OfficeKind.Workbook
    };

    /// <summary>In the type or the name of what runs when a file is opened, or on a click in it.</summary>
    private static readonly string[] Active = ["vbaProject", "vbaData", "macro", "activeX", "oleObject", "ms-office.vba", "x-msdownload"];

    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ".xml", ".rels", ".vml", ".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".svg", ".odttf", ".fntdata", ".psmdcp", ".thmx"
    };

    private readonly Dictionary<string, string> _defaults = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _overrides = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">There is no such part: it is some other archive.</exception>
    public static PackageTypes Of(WorkbookArchive archive)
    {
        if (!archive.Has(Part))
        {
            throw new UnreadableFileException(PackageRefusals.NotOffice);
        }

        var types = new PackageTypes();
        using var reader = new PartReader(archive.Open(Part, PartMax));
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "Default" } && reader.Attribute("Extension") is { } extension)
            {
                types._defaults[$".{extension}"] = reader.Attribute("ContentType") ?? "";
            }
            else if (reader is { IsStart: true, Name: "Override" } && reader.Attribute("PartName") is { } name)
            {
                types._overrides[name.TrimStart('/')] = reader.Attribute("ContentType") ?? "";
            }
        }

        return types;
    }

    public OfficeKind? KindOf(string part) => Kinds.TryGetValue(TypeOf(part) ?? "", out var kind) ? kind : null;

    /// <summary>Whether the package says what it is, as it must of every part but this one.</summary>
    public bool Knows(string part) => part.Equals(Part, StringComparison.OrdinalIgnoreCase) || TypeOf(part) is { Length: > 0 };

    public bool IsActive(string part) => Array.Exists(Active, word =>
        part.Contains(word, StringComparison.OrdinalIgnoreCase) || TypeOf(part)?.Contains(word, StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>Settings of printers are the only bytes without a meaning of their own, and workbooks are embedded behind charts.</summary>
    public static bool IsUsual(string part)
    {
        var name = part[(part.LastIndexOf('/') + 1)..];
        return !part.Split('/').Contains("..") && (Usual.Contains(Path.GetExtension(name))
            || (name.StartsWith("printerSettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            || (part.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)));
    }

    private string? TypeOf(string part) => _overrides.GetValueOrDefault(part) ?? _defaults.GetValueOrDefault(Path.GetExtension(part));
}
