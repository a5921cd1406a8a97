namespace ScenarioPortal.Exchange.Writing.Office;

/// <summary>A part of an Office file: where it lies, what it is, and by which relation its owner knows it.</summary>
/// <param name="Path">Without a leading slash: xl/workbook.xml.</param>
/// <param name="ContentType">As [Content_Types].xml says it.</param>
/// <param name="Relation">The address that names the relation.</param>
/// <param name="Owner">The part that refers to it; null for the package itself.</param>
internal sealed record OfficePart(string Path, string ContentType, string Relation, OfficePart? Owner = null)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static OfficePart Properties { get; } = new(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties");

    public static OfficePart Main(string path, string contentType) => new(path, contentType, $"{Relations}/officeDocument");

    public OfficePart With(string path, string contentType, string relation) => new(path, contentType, $"{Relations}/{relation}", this);
}
