using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>One keep-alive connection with one request under way.</summary>
internal sealed class Connection : IDisposable
{
    private long _sentAt;

    public Connection(IPEndPoint server)
    {
        Socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(server);
    }

    public Socket Socket { get; }

    public Answer Answer { get; } = new();

    public void Send(byte[] request)
    {
        Answer.Clear();
        _sentAt = Stopwatch.GetTimestamp();
        Socket.Send(request);
    }

    /// <summary>Takes what has arrived; the microseconds since sending when that completes the answer, else null.</summary>
    public long? Receive()
    {
        var count = Socket.Receive(Answer.Room());
        if (count == 0)
        {
            throw new IOException("The server closed a connection in the middle of an answer.");
        }

        return Answer.Take(count) ? (long)Stopwatch.GetElapsedTime(_sentAt).TotalMicroseconds : null;
    }

    public void Dispose() => Socket.Dispose();
}
