using System.Buffers.Text;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>Reads the bytes of one HTTP/1.1 answer as they arrive, only as far as telling where it ends needs.</summary>
internal sealed class Answer
{
    private byte[] _bytes = new byte[1 << 17];
    private int _bodyStart;
    private int _chunkStart;
    private int _contentLength;

    public int Length { get; private set; }

    public int Status { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => (Length, Status, _bodyStart) = (0, 0, 0);

    /// <summary>Where the next bytes go.</summary>
    public Span<byte> Room()
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        return _bytes.AsSpan(Length);
    }

    /// <summary>Takes bytes that were put into <see cref="Room"/>; true when the answer is complete.</summary>
    public bool Take(int count)
    {
        Length += count;
        if (_bodyStart == 0 && !ReadHead())
        {
            return false;
        }

        return _contentLength >= 0 ? Length >= _bodyStart + _contentLength : IsLastChunkIn();
    }

    private bool ReadHead()
    {
        var end = Bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = Bytes[..end];
        Status = Utf8Parser.TryParse(head[9..], out int status, out _) ? status : 0;
        _bodyStart = end + 4;
        _chunkStart = _bodyStart;
        var length = head.IndexOf("\r\nContent-Length: "u8);
        _contentLength = length < 0 ? -1 : Utf8Parser.TryParse(head[(length + 18)..], out int value, out _) ? value : 0;
        return true;
    }

    private bool IsLastChunkIn()
    {
        while (true)
        {
            var rest = Bytes[_chunkStart..];
            var lineEnd = rest.IndexOf("\r\n"u8);
            if (lineEnd < 0 || !Utf8Parser.TryParse(rest[..lineEnd], out int size, out _, 'x'))
            {
                return false;
            }

            var end = lineEnd + 2 + size + 2;
            if (rest.Length < end)
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }

            _chunkStart += end;
        }
    }
}
