namespace ScenarioPortal.Data.Embedded;

/// <summary>Whom the server runs as: PostgreSQL refuses root, so root steps down to somebody without rights.</summary>
internal sealed class ServerAccount
{
    private static readonly string[] WithoutRights = ["postgres", "_postgres", "nobody"];

    private readonly string[] _stepDown;

    private ServerAccount(string? owner, params string[] stepDown)
    {
        Owner = owner;
        _stepDown = stepDown;
    }

    /// <summary>The person who runs the portal.</summary>
    public static ServerAccount Same { get; } = new(null);

    /// <summary>Whether this process is root where that matters.</summary>
    public static bool MustStepDown => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>User and group as <c>chown</c> takes them; null when nobody has to step down.</summary>
    public string? Owner { get; }

    public Task<CommandResult> RunAsync(IEnumerable<string> command, CancellationToken cancellation, string input = "", bool capture = true) =>
        Command.RunAsync([.. _stepDown, .. command], cancellation, input, capture);

    /// <summary>The account that owns a directory, or the machine's unprivileged one where root owns it.</summary>
    public static async Task<ServerAccount> ForAsync(string directory, CancellationToken cancellation)
    {
        var (user, group) = await OwnerOfAsync(directory, cancellation) is { User: not "0" } owner ? owner : Unprivileged();
        string[][] ways =
        [
            ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"],
            ["sudo", "-n", "-u", $"#{user}", "-g", $"#{group}", "--"],
        ];
        foreach (var way in ways.Where(way => ExecutablePath.Find(way[0]) is not null))
        {
            var account = new ServerAccount($"{user}:{group}", way);
            if ((await account.RunAsync(["true"], cancellation)).Succeeded)
            {
                return account;
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and neither setpriv (package util-linux) nor sudo is here to start it as somebody else. "
            + "Start the portal as an ordinary user, or set ConnectionStrings__Portal to a database of your own.");
    }

    private static async Task<(string User, string Group)> OwnerOfAsync(string directory, CancellationToken cancellation)
    {
        var listing = (await Command.RunAsync(["ls", "-ldn", directory], cancellation)).OrThrow("ls");
        var columns = listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (columns[2], columns[3]);
    }

    private static (string User, string Group) Unprivileged()
    {
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(columns => columns.Length > 3).ToList();
        var chosen = WithoutRights
            .Select(name => accounts.Find(columns => columns[0] == name))
            .FirstOrDefault(columns => columns is not null)
            ?? throw new EmbeddedPostgresException("PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody.");
        return (chosen[2], chosen[3]);
    }
}
