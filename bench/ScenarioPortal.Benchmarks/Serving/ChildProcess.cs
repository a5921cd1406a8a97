using System.Diagnostics;
using System.Globalization;

namespace ScenarioPortal.Benchmarks.Serving;

/// <summary>A .NET program that runs beside the benchmark and ends with it at the latest.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 30;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _readyLine;

    private ChildProcess(ProcessStartInfo start, string? readyLine)
    {
        _readyLine = readyLine;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Processor time so far, of all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that was ever resident, in bytes; 0 when the process has ended.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.PeakWorkingSet64;
        }
    }

    /// <summary>The last lines that it wrote.</summary>
    public string Output
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join(Environment.NewLine, _lastLines);
            }
        }
    }

    /// <param name="program">The program's dll.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="settings">Environment variables; null removes one.</param>
    /// <param name="readyLine">How the line begins that says it is ready; see <see cref="ReadyAsync"/>.</param>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> settings, string? readyLine = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start, readyLine);
    }

    /// <summary>Waits until it has said that it is ready; it is stopped when it does not come to that.</summary>
    public async Task<ChildProcess> ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            await WaitUntilReadyAsync(cancellation);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var ended = _process.WaitForExitAsync(cancellation);
        if (await Task.WhenAny(_ready.Task, ended) != _ready.Task)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} ended before it was ready.{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    /// <summary>Asks it to stop, as a terminal does, and kills it when it does not.</summary>
    private async Task StopAsync()
    {
        _process.StandardInput.Close();
        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(OperatingSystem.IsWindows() ? TimeSpan.Zero : LongestStop);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }
        }

        if (_readyLine is not null && line.StartsWith(_readyLine, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
