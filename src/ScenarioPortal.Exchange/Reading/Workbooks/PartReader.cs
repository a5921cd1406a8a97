using System.Text;
using System.Xml;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>
/// Goes through the XML of a part, start tag by start tag. Elements are known by their local name, so that the strict and the
/// usual namespaces, and any prefix, are the same. DTDs are prohibited, depth and text are bounded.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private const int MaxDepth = 64;

    private readonly XmlReader _xml;
    private readonly char[] _buffer = new char[4096];

    public PartReader(Stream part)
    {
        _xml = XmlReader.Create(part, new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true
        });
    }

    public string Name => _xml.LocalName;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    public bool Next()
    {
        if (_xml.Depth > MaxDepth)
        {
            throw new InvalidDataException("The XML is nested too deeply.");
        }

        return _xml.Read();
    }

    /// <summary>Goes on to the next start tag of this name.</summary>
    public bool NextElement(string name)
    {
        while (Next())
        {
            if (IsStart && Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to the next start tag inside the element that began at <paramref name="depth"/>.</summary>
    public bool NextInside(int depth)
    {
        while (Next() && Depth > depth)
        {
            if (IsStart)
            {
                return true;
            }
        }

        return false;
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The attribute of this local name in whatever namespace: <c>r:id</c>.</summary>
    public string? Relation(string name)
    {
        for (var found = _xml.MoveToFirstAttribute(); found; found = _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == name && _xml.NamespaceURI.EndsWith("relationships", StringComparison.Ordinal))
            {
                var value = _xml.Value;
                _xml.MoveToElement();
                return value;
            }
        }

        _xml.MoveToElement();
        return null;
    }

    /// <summary>Adds the text that stands directly in the current element, up to <paramref name="maxLength"/> in all.</summary>
    public void AppendText(StringBuilder text, int maxLength)
    {
        if (IsEmpty)
        {
            return;
        }

        var depth = Depth;
        while (Next() && Depth > depth)
        {
            if (!IsText)
            {
                continue;
            }

            for (var count = _xml.ReadValueChunk(_buffer, 0, _buffer.Length); count > 0; count = _xml.ReadValueChunk(_buffer, 0, _buffer.Length))
            {
                text.Append(_buffer, 0, count);
                if (text.Length > maxLength)
                {
                    throw new InvalidDataException("A text is longer than any cell.");
                }
            }
        }
    }

    public void Dispose() => _xml.Dispose();
}
