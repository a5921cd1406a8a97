using System.Globalization;
using System.Xml.Linq;

namespace ScenarioPortal.Exchange.Writing.Office;

/// <summary>The parts that every Office file has: what is in it, who refers to whom, title and date.</summary>
internal sealed class OfficeFrame(IReadOnlyList<OfficePart> parts, string title, string description, DateTimeOffset made)
{
    private const string RelationsType = "application/vnd.openxmlformats-package.relationships+xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Words = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    public IEnumerable<(string Path, XDocument Content)> Files =>
    [
        ("[Content_Types].xml", ContentTypes()),
        .. parts.GroupBy(p => p.Owner).Select(g => (RelationsPath(g.Key), RelationsOf(g))),
        (OfficePart.Properties.Path, Properties())
    ];

    /// <summary>How its owner refers to a part.</summary>
    public static string Id(OfficePart part) => $"r{Path.GetFileNameWithoutExtension(part.Path)}";

    private static string RelationsPath(OfficePart? owner) => owner is null
        ? "_rels/.rels"
        : $"{Path.GetDirectoryName(owner.Path)}/_rels/{Path.GetFileName(owner.Path)}.rels";

    private XDocument ContentTypes() => Of(new XElement(Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", RelationsType)),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        parts.Select(p => new XElement(Types + "Override", new XAttribute("PartName", $"/{p.Path}"), new XAttribute("ContentType", p.ContentType)))));

    private static XDocument RelationsOf(IEnumerable<OfficePart> owned) => Of(new XElement(Relations + "Relationships",
        owned.Select(p => new XElement(Relations + "Relationship", new XAttribute("Id", Id(p)), new XAttribute("Type", p.Relation), new XAttribute("Target", $"/{p.Path}")))));

    private XDocument Properties()
    {
        var date = made.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Of(new XElement(Core + "coreProperties",
            new XElement(Words + "title", PlainText.Of(title)),
            new XElement(Words + "description", description),
            new XElement(Terms + "created", new XAttribute(Schema + "type", "dcterms:W3CDTF"), date),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema)));
    }

    private static XDocument Of(XElement root) => new(new XDeclaration("1.0", "utf-8", "yes"), root);
}
