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
    private readonly SheetMarks _marks;
    private readonly MarkedStyles _styles;
    private readonly int _reasons;
    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private readonly ElementCopy _copy;
    private int _row;

    private MarkedSheet(SheetMarks marks, MarkedStyles styles, int reasons, XmlReader reader, XmlWriter writer) =>
        (_marks, _styles, _reasons, _reader, _writer, _copy) = (marks, styles, reasons, reader, writer, new ElementCopy(reader, writer));

    /// <param name="open">Opens the part; it is gone through twice, first to see where its last column is.</param>
    /// <param name="marks">What is at fault.</param>
    /// <param name="styles">Learns which styles are needed.</param>
    /// <param name="target">Where the part goes.</param>
    public static void Write(Func<Stream> open, SheetMarks marks, MarkedStyles styles, Stream target)
    {
        var reasons = marks.ReasonColumn is { } letter ? ColumnLetter.Parse(letter).Column!.Value : ReasonColumn.Behind(open());
        using var reader = XmlReader.Create(open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, CloseInput = true });
        using var writer = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false });
        new MarkedSheet(marks, styles, reasons, reader, writer).Copy();
    }

    private void Copy()
    {
        var reasons = new ReasonColumn(_reasons, _copy, _reader, _writer);
        var hasWidths = false;
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
                    hasWidths = true;
                    reasons.CopyWidths();
                    break;
                case (XmlNodeType.Element, "sheetData"):
                    if (!hasWidths)
                    {
                        reasons.WriteWidths();
                    }

                    _copy.Start();
                    break;
                case (XmlNodeType.Element, "row"):
                    CopyRow();
                    break;
                case (XmlNodeType.Element, "worksheet"):
                    _copy.Start();
                    break;
                case (XmlNodeType.EndElement, _):
                    _copy.End();
                    break;
                default:
                    _writer.WriteNode(_reader, defattr: false);
                    break;
            }
        }
    }

    private void CopyRow()
    {
        _row = _copy.Number("r") ?? _row + 1;
        var (mark, isEmpty) = (_marks.Rows.GetValueOrDefault(_row), _reader.IsEmptyElement);
        var reason = _row == _marks.HeaderRow ? MarkedWorkbook.ReasonHeading : mark?.Reason;
        if (isEmpty)
        {
            _writer.WriteNode(_reader, defattr: false);
            return;
        }

        var (prefix, space) = (_reader.Prefix, _reader.NamespaceURI);
        var faulty = new Queue<int>((mark?.Letters ?? []).Select(letter => ColumnLetter.Parse(letter).Column ?? 0).Where(c => c > 0 && c != _reasons).Distinct().Order());
        _copy.Start(("spans", null));
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
            var own = _copy.Number("s") ?? 0;
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
        _copy.End();

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
        _copy.Start(("s", style == 0 ? null : style.ToString(CultureInfo.InvariantCulture)));
        if (!isEmpty)
        {
            _copy.Rest();
        }
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
}
