namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>
/// One part of an xlsx while it is unpacked. It counts what really comes out, whatever the archive declares, and stops at the
/// limits. It also stops at what no spreadsheet program writes but would fill the memory of an XML reader: CDATA, a megabyte
/// without a tag, and UTF-16, in which neither would be seen.
/// </summary>
internal sealed class PartStream(Stream unpacked, long maxBytes, UnpackingBudget budget) : Stream
{
    private const int MaxRun = 1 << 20;

    private long _bytes;
    private int _run;

    /// <summary>How many bytes of “&lt;![” the last ones were.</summary>
    private int _declaration;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _bytes;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        _bytes += count;
        budget.Take(count);
        if (_bytes > maxBytes)
        {
            throw new UnreadableFileException(FileRefusals.Bomb);
        }

        if (_bytes == count && count > 1 && buffer is [0 or 0xFE or 0xFF, ..] or [_, 0, ..])
        {
            throw new InvalidDataException("A spreadsheet part is UTF-8.");
        }

        Look(buffer[..count]);
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (_declaration > 0 && bytes.Length > 0)
        {
            Continue(bytes);
        }

        while (true)
        {
            var tag = bytes.IndexOf((byte)'<');
            _run += tag < 0 ? bytes.Length : tag;
            if (_run > MaxRun)
            {
                throw new UnreadableFileException(FileRefusals.Bomb);
            }

            if (tag < 0)
            {
                return;
            }

            _run = 0;
            bytes = bytes[(tag + 1)..];
            _declaration = 1;
            Continue(bytes);
        }
    }

    /// <summary>Follows “&lt;![” over the end of a buffer; ends at the first byte that differs.</summary>
    private void Continue(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value != "<!["u8[_declaration])
            {
                _declaration = 0;
                return;
            }

            if (++_declaration == 3)
            {
                throw new InvalidDataException("CDATA in a spreadsheet part.");
            }
        }
    }
}
