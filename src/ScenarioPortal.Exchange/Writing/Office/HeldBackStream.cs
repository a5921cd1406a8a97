namespace ScenarioPortal.Exchange.Writing.Office;

/// <summary>
/// Takes what is written synchronously and passes it on asynchronously, when told to: XML and ZIP writers know only the one, servers allow only
/// the other. Goes forward only, so that a ZIP file is written without turning back.
/// </summary>
internal sealed class HeldBackStream(Stream target) : Stream
{
    private readonly MemoryStream _held = new();

    public int Held => (int)_held.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PassOnAsync(CancellationToken cancellation)
    {
        await target.WriteAsync(_held.GetBuffer().AsMemory(0, Held), cancellation);
        _held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
