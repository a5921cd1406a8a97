using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>
/// Keeps 16 connections busy, or as many as the target wants: each sends its next request as soon as its answer is in. One thread polls them all; asynchronous
/// sockets would pass each answer through the thread pool and take from the server the processor time that is to be measured.
/// </summary>
internal static class LoadGenerator
{
    public const int Connections = 16;
    private const int PollMicroseconds = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<LoadResult> RunAsync(Target target, TimeSpan duration, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Run(target, duration, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static LoadResult Run(Target target, TimeSpan duration, CancellationToken cancellation)
    {
        var server = new IPEndPoint(IPAddress.Loopback, target.Address.Port);
        var connections = new Dictionary<Socket, Connection>();
        try
        {
            for (var i = 0; i < target.Connections; i++)
            {
                var connection = new Connection(server);
                connections.Add(connection.Socket, connection);
            }

            return Run(connections, target, duration, cancellation);
        }
        finally
        {
            foreach (var connection in connections.Values)
            {
                connection.Dispose();
            }
        }
    }

    private static LoadResult Run(Dictionary<Socket, Connection> connections, Target target, TimeSpan duration, CancellationToken cancellation)
    {
        var result = new LoadResult();
        var start = Stopwatch.GetTimestamp();
        foreach (var connection in connections.Values)
        {
            connection.Send(target.NextRequest());
        }

        var waiting = connections.Count;
        var ready = new ArrayList(waiting);
        while (waiting > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            ready.Clear();
            ready.AddRange(connections.Keys);
            Socket.Select(ready, null, null, PollMicroseconds);
            var goOn = Stopwatch.GetElapsedTime(start) < duration;
            if (Stopwatch.GetElapsedTime(start) > duration + Patience)
            {
                throw new TimeoutException($"{target.Name}: no answer within {Patience.TotalSeconds:0} s.");
            }

            foreach (Socket socket in ready)
            {
                var connection = connections[socket];
                if (connection.Receive() is not { } microseconds)
                {
                    continue;
                }

                result.Add(microseconds, connection.Answer);
                if (goOn)
                {
                    connection.Send(target.NextRequest());
                }
                else
                {
                    waiting--;
                }
            }
        }

        result.Elapsed = Stopwatch.GetElapsedTime(start);
        return result.Errors == 0 ? result : throw new InvalidOperationException(
            $"{target.Name}: {result.Errors} of {result.Requests} answers were not 200, the first: {Encoding.UTF8.GetString(result.FirstError)}");
    }
}
