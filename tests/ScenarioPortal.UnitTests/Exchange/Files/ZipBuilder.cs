using System.IO.Compression;
using System.Text;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>A workbook from bare parts, for what no spreadsheet program writes.</summary>
internal sealed class ZipBuilder
{
    private readonly Dictionary<string, byte[]> _parts = [];

    /// <summary>A workbook whose only sheet has this XML inside sheetData.</summary>
    public static ZipBuilder Workbook(string sheetData, string prolog = "") => new ZipBuilder()
        .Part("_rels/.rels", """<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""")
        .Part("xl/workbook.xml", """
            <workbook xmlns:r="http://x/relationships"><sheets><sheet name="需求" r:id="s"/></sheets></workbook>
            """)
        .Part("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="s" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""")
        .Part("xl/worksheets/sheet1.xml", $"{prolog}<worksheet><sheetData>{sheetData}</sheetData></worksheet>");

    /// <summary>Cells of text, without references, as some exporters write them.</summary>
    public static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    public ZipBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public ZipBuilder Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
