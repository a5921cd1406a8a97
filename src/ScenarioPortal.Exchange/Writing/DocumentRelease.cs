using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScenarioPortal.Exchange.Writing.Office;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>
/// A released list as a Word document that looks like the annex of an official one (GB/T 9704 in spirit): A4 across, title, notes, what the reviewers say, one table whose
/// headings are repeated on each page, the hash in small print, numbered pages.
/// </summary>
internal sealed class DocumentRelease : IReleaseFormat
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private static readonly OfficePart Document = OfficePart.Main("word/document.xml", $"{Main}.document.main+xml");
    private static readonly OfficePart Styles = Document.With("word/styles.xml", $"{Main}.styles+xml", "styles");
    private static readonly OfficePart Fonts = Document.With("word/fontTable.xml", $"{Main}.fontTable+xml", "fontTable");
    private static readonly OfficePart Footer = Document.With("word/footer1.xml", $"{Main}.footer+xml", "footer");

    public string Extension => "docx";

    public string ContentType => $"{Main}.document";

    public async Task WriteAsync(ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, Stream target, CancellationToken cancellation)
    {
        await using var package = new OfficePackage(target, head.ReleasedAt, cancellation);
        package.WriteFrame([Document, Styles, Fonts, Footer, OfficePart.Properties], head.Title, head.Proof);
        package.Write(Styles, DocumentStyles.All());
        package.Write(Fonts, DocumentFonts.Table());
        package.Write(Footer, DocumentLayout.PageNumber());
        await package.WriteAsync(Document, writer => WriteAsync(writer, package, head, rows, cancellation));
    }

    private static async Task WriteAsync(OpenXmlWriter writer, OfficePackage package, ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, CancellationToken cancellation)
    {
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        writer.WriteElement(DocumentLayout.Line(head.Annex, DocumentStyles.Annex));
        writer.WriteElement(DocumentLayout.Line(head.Title, DocumentStyles.Title));
        writer.WriteElement(DocumentLayout.Line(head.Note, DocumentStyles.Note));
        if (head.CoverNote is { } cover)
        {
            writer.WriteElement(DocumentLayout.Line(cover, DocumentStyles.Cover));
        }

        writer.WriteStartElement(new Table());
        writer.WriteElement(DocumentLayout.TableLook());
        writer.WriteElement(DocumentLayout.Grid(head));
        writer.WriteElement(DocumentLayout.Headings(head));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            writer.WriteElement(DocumentLayout.RowOf(head, row));
            await package.PassOnAsync();
        }

        writer.WriteEndElement();
        writer.WriteElement(DocumentLayout.Line(head.Proof, DocumentStyles.Proof));
        writer.WriteElement(DocumentLayout.Page(OfficeFrame.Id(Footer)));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
