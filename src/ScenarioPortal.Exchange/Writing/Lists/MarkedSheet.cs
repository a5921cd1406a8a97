using System.Globalization;
using System.Text;
using System.Xml;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Workbooks;
using ScenarioPortal.Exchange.Writing.Office;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>Copies one worksheet's XML node by node, with red cells and a last column of reasons; nothing of the sheet stays in memory.</summary>
internal sealed class MarkedSheet
{
    private const string ReasonWidth = "48";

    private readonly SheetMarks _marks;
    private readonly MarkedStyles _styles;
    private readonly int _reasons;
    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private int _row;

    private MarkedSheet(SheetMarks marks, MarkedStyles styles, int reasons, XmlReader reader, XmlWriter writer) =>
        (_marks, _styles, _reasons, _reader, _writer) = (marks, styles, reasons, reader, writer);

    /// <param name="open">Opens the part; it is gone through twice, first to see where its last column is.</param>
    /// <param name="marks">What is at fault.</param>
    /// <param name="styles">Learns which styles are needed.</param>
    /// <param name="target">Where the part goes.</param>
    public static void Write(Func<Stream> open, SheetMarks marks, MarkedStyles styles, Stream target)
    {
        var reasons = marks.ReasonColumn is { } letter ? ColumnLetter.Parse(letter).Column!.Value : LastColumn(open()) + 1;
        using var reader = XmlReader.Create(open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, CloseInput = true });
        using var writer = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false });
        new MarkedSheet(marks, styles, reasons, reader, writer).Copy();
    }

    private static int LastColumn(Stream part)
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

    private void Copy()
    {
        var hasColumns = false;
        _reader.Read();
        while (!_reader.EOF)
        {
            switch (_reader.NodeType, _reader.LocalName)
            {
                case (XmlNodeType.Element, "dimension"):
                    // It no longer holds, and is no more than a hint.
                    _reader.Skip();
                    break;
                case (XmlNodeType.Element, "cols"):
                    hasColumns = true;
                    CopyColumns();
                    break;
                case (XmlNodeType.Element, "sheetData"):
                    WriteColumns(isMissing: !hasColumns);
                    CopyStart();
                    break;
                case (XmlNodeType.Element, "row"):
                    CopyRow();
                    break;
                case (XmlNodeType.Element, "worksheet"):
                    CopyStart();
                    break;
                case (XmlNodeType.EndElement, _):
                    _writer.WriteEndElement();
                    _reader.Read();
                    break;
                default:
                    _writer.WriteNode(_reader, defattr: false);
                    break;
            }
        }
    }

    /// <summary>Copies a start tag and steps behind it; an element without content is closed at once.</summary>
    private void CopyStart(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var isEmpty = _reader.IsEmptyElement;
        _writer.WriteStartElement(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
        for (var found = _reader.MoveToFirstAttribute(); found; found = _reader.MoveToNextAttribute())
        {
            if (!IsChanged(_reader.Name, changes))
            {
                _writer.WriteAttributeString(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI, _reader.Value);
            }
        }

        foreach (var (name, value) in changes)
        {
            if (value is not null)
            {
                _writer.WriteAttributeString(name, value);
            }
        }

        _reader.MoveToElement();
        _reader.Read();
        if (isEmpty)
        {
            _writer.WriteEndElement();
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

    private void CopyColumns()
    {
        var isCovered = false;
        if (_reader.IsEmptyElement)
        {
            _reader.Skip();
            WriteColumns(isMissing: true);
            return;
        }

        CopyStart();
        while (_reader.NodeType != XmlNodeType.EndElement)
        {
            isCovered |= _reader.NodeType == XmlNodeType.Element && Number("max") >= _reasons;
            _writer.WriteNode(_reader, defattr: false);
        }

        if (!isCovered)
        {
            WriteColumn();
        }

        _writer.WriteEndElement();
        _reader.Read();
    }

    private void WriteColumns(bool isMissing)
    {
        if (isMissing)
        {
            _writer.WriteStartElement(_reader.Prefix, "cols", _reader.NamespaceURI);
            WriteColumn();
            _writer.WriteEndElement();
        }
    }

    private void WriteColumn()
    {
        var column = _reasons.ToString(CultureInfo.InvariantCulture);
        _writer.WriteStartElement(_reader.Prefix, "col", _reader.NamespaceURI);
        _writer.WriteAttributeString("min", column);
        _writer.WriteAttributeString("max", column);
        _writer.WriteAttributeString("width", ReasonWidth);
        _writer.WriteAttributeString("customWidth", "1");
        _writer.WriteEndElement();
    }

    private void CopyRow()
    {
        _row = Number("r") ?? _row + 1;
        var (mark, isEmpty) = (_marks.Rows.GetValueOrDefault(_row), _reader.IsEmptyElement);
        var reason = _row == _marks.HeaderRow ? MarkedWorkbook.ReasonHeading : mark?.Reason;
        if (isEmpty)
        {
            _writer.WriteNode(_reader, defattr: false);
            return;
        }

        var (prefix, space) = (_reader.Prefix, _reader.NamespaceURI);
        var faulty = new Queue<int>((mark?.Letters ?? []).Select(letter => ColumnLetter.Parse(letter).Column ?? 0).Where(c => c > 0 && c != _reasons).Distinct().Order());
        CopyStart(("spans", null));
        var (column, style, isEnded) = (0, 0, false);
        while (_reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType != XmlNodeType.Element || _reader.LocalName != "c")
            {
                isEnded |= _reader.NodeType == XmlNodeType.Element && End();
                _writer.WriteNode(_reader, defattr: false);
                continue;
            }

            column = ColumnLetter.Parse(_reader.GetAttribute("r")).Column ?? column + 1;
            var own = Number("s") ?? 0;
            FillUntil(column);
            if (column == _reasons)
            {
                _reader.Skip();
            }
            else if (faulty.TryPeek(out var first) && first == column)
            {
                faulty.Dequeue();
                CopyCell(_styles.RedOf(own));
            }
            else
            {
                style = own;
                CopyCell(_styles.PlainOf(own));
            }
        }

        _ = isEnded || End();
        _writer.WriteEndElement();
        _reader.Read();

        bool End()
        {
            FillUntil(_reasons + 1);
            if (reason is not null)
            {
                WriteReason(prefix, space, reason, _row == _marks.HeaderRow ? style : 0);
            }

            return true;
        }

        // What should have been filled in and is not even there.
        void FillUntil(int next)
        {
            while (faulty.TryPeek(out var missing) && missing < next)
            {
                faulty.Dequeue();
                _writer.WriteStartElement(prefix, "c", space);
                _writer.WriteAttributeString("r", Reference(missing));
                _writer.WriteAttributeString("s", _styles.RedOf(0).ToString(CultureInfo.InvariantCulture));
                _writer.WriteEndElement();
            }
        }
    }

    private void CopyCell(int style)
    {
        var isEmpty = _reader.IsEmptyElement;
        CopyStart(("s", style == 0 ? null : style.ToString(CultureInfo.InvariantCulture)));
        if (isEmpty)
        {
            return;
        }

        while (_reader.NodeType != XmlNodeType.EndElement)
        {
            _writer.WriteNode(_reader, defattr: false);
        }

        _writer.WriteEndElement();
        _reader.Read();
    }

    private void WriteReason(string prefix, string space, string reason, int style)
    {
        _writer.WriteStartElement(prefix, "c", space);
        _writer.WriteAttributeString("r", Reference(_reasons));
        if (style > 0)
        {
            _writer.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        }

        _writer.WriteAttributeString("t", "inlineStr");
        _writer.WriteStartElement(prefix, "is", space);
        _writer.WriteStartElement(prefix, "t", space);
        _writer.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
        _writer.WriteString(EscapedText.Encode(PlainText.Of(reason)));
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private string Reference(int column) => string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}{_row}");

    private int? Number(string attribute) =>
        int.TryParse(_reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
