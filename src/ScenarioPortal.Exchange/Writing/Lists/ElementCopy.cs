using System.Globalization;
using System.Xml;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>Copies XML element by element, with other attributes where they are to change.</summary>
internal sealed class ElementCopy(XmlReader reader, XmlWriter writer)
{
    /// <summary>Copies a start tag and steps behind it; an element without content is closed at once.</summary>
    public void Start(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (!IsChanged(reader.Name, changes))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        foreach (var (name, value) in changes)
        {
            if (value is not null)
            {
                writer.WriteAttributeString(name, value);
            }
        }

        reader.MoveToElement();
        reader.Read();
        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private static bool IsChanged(string name, ReadOnlySpan<(string Name, string? Value)> changes)
    {
        foreach (var change in changes)
        {
            if (change.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Copies what follows up to the end of the element that was started, and the end.</summary>
    public void Rest()
    {
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            writer.WriteNode(reader, defattr: false);
        }

        End();
    }

    public void End()
    {
        writer.WriteEndElement();
        reader.Read();
    }

    public int? Number(string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
