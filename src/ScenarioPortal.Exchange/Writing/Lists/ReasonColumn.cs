using System.Globalization;
using System.Xml;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>The column of reasons: which one it is, and how wide.</summary>
internal sealed class ReasonColumn(int number, ElementCopy copy, XmlReader reader, XmlWriter writer)
{
    private const string Width = "48";

    /// <summary>Behind everything that the sheet has, from 1.</summary>
    public static int Behind(Stream part) => Last(part) + 1;

    /// <summary>Copies the widths of the sheet's columns, at which the reader stands, and adds that of the reasons unless they have one.</summary>
    public void CopyWidths()
    {
        if (reader.IsEmptyElement)
        {
            reader.Skip();
            WriteWidths();
            return;
        }

        var isCovered = false;
        copy.Start();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            isCovered |= reader.NodeType == XmlNodeType.Element && copy.Number("max") >= number;
            writer.WriteNode(reader, defattr: false);
        }

        if (!isCovered)
        {
            WriteWidth();
        }

        copy.End();
    }

    /// <summary>For a sheet that says nothing of its widths.</summary>
    public void WriteWidths()
    {
        writer.WriteStartElement(reader.Prefix, "cols", reader.NamespaceURI);
        WriteWidth();
        writer.WriteEndElement();
    }

    private void WriteWidth()
    {
        var column = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(reader.Prefix, "col", reader.NamespaceURI);
        writer.WriteAttributeString("min", column);
        writer.WriteAttributeString("max", column);
        writer.WriteAttributeString("width", Width);
        writer.WriteAttributeString("customWidth", "1");
        writer.WriteEndElement();
    }

    private static int Last(Stream part)
    {
        using var reader = new PartReader(part);
        var (last, column) = (0, 0);
        while (reader.Next())
        {
            if (!reader.IsStart)
            {
                continue;
            }

            if (reader.Name == "row")
            {
                column = 0;
            }
            else if (reader.Name == "c")
            {
                column = ColumnLetter.Parse(reader.Attribute("r")).Column ?? column + 1;
                last = Math.Max(last, column);
            }
        }

        return last;
    }
}
