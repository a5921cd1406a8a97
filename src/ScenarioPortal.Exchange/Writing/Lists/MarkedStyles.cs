using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>The styles of a workbook, to which red twins are added: like the cell's own style, on red.</summary>
internal sealed class MarkedStyles
{
    private const string Red = "FFFFC7CE";

    private readonly XDocument? _document;
    private readonly XElement? _formats;
    private readonly string _redFill = "0";
    private readonly Dictionary<int, int> _twins = [];

    private MarkedStyles()
    {
    }

    private MarkedStyles(XDocument document)
    {
        _document = document;
        var root = document.Root!;
        var space = root.Name.Namespace;
        var fills = root.Element(space + "fills");
        _formats = root.Element(space + "cellXfs");
        if (fills is null || _formats is null)
        {
            _formats = null;
            return;
        }

        var known = fills.Elements().ToList().FindIndex(IsRed);
        if (known < 0)
        {
            fills.Add(new XElement(space + "fill", new XElement(space + "patternFill", new XAttribute("patternType", "solid"),
                new XElement(space + "fgColor", new XAttribute("rgb", Red)), new XElement(space + "bgColor", new XAttribute("indexed", "64")))));
            known = fills.Elements().Count() - 1;
            fills.SetAttributeValue("count", known + 1);
        }

        _redFill = known.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>For a workbook without styles: nothing can be red there.</summary>
    public static MarkedStyles None { get; } = new();

    public static MarkedStyles Read(Stream part)
    {
        using var reader = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        return new(XDocument.Load(reader));
    }

    /// <summary>The style like this one, on red.</summary>
    public int RedOf(int style) => Twin(style, _redFill, isRed: true);

    /// <summary>The style itself, or without the red of an earlier marking: what was put right is not red any more.</summary>
    public int PlainOf(int style) => Format(style) is { } format && (string?)format.Attribute("fillId") == _redFill ? Twin(style, "0", isRed: false) : style;

    public void Write(Stream target)
    {
        _formats?.SetAttributeValue("count", _formats.Elements().Count());
        _document!.Save(target, SaveOptions.DisableFormatting);
    }

    private int Twin(int style, string fill, bool isRed)
    {
        var key = isRed ? style : -style - 1;
        if (Format(style) is not { } format || (string?)format.Attribute("fillId") == fill)
        {
            return style;
        }

        if (!_twins.TryGetValue(key, out var twin))
        {
            var made = new XElement(format);
            made.SetAttributeValue("fillId", fill);
            made.SetAttributeValue("applyFill", isRed ? "1" : "0");
            _formats!.Add(made);
            _twins[key] = twin = _formats.Elements().Count() - 1;
        }

        return twin;
    }

    private XElement? Format(int style) => _formats?.Elements().ElementAtOrDefault(style);

    private static bool IsRed(XElement fill) =>
        fill.Elements().SingleOrDefault() is { } pattern && (string?)pattern.Attribute("patternType") == "solid"
        && pattern.Elements().FirstOrDefault(colour => colour.Name.LocalName == "fgColor")?.Attribute("rgb")?.Value == Red;
}
