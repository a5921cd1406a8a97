namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>Like the body of an answer: forward only, and never to be written to synchronously.</summary>
internal sealed class ServerStream : Stream
{
    private readonly MemoryStream _taken = new();

    public byte[] Taken => _taken.ToArray();

    public long TakenLength => _taken.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _taken.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _taken.WriteAsync(buffer, offset, count, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush() => throw new InvalidOperationException("Flushed synchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Written synchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
