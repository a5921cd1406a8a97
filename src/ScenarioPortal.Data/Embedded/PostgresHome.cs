namespace ScenarioPortal.Data.Embedded;

/// <summary>The directory of one embedded server and the account that it belongs to.</summary>
internal sealed record PostgresHome(string Directory, ServerAccount Account)
{
    public string Cluster => Path.Combine(Directory, "cluster");

    public string Binaries => Path.Combine(Directory, "binaries");

    public string PasswordFile => Path.Combine(Directory, "password");

    /// <summary>The password of the role as which the portal works, which owns nothing.</summary>
    public string ApplicationPasswordFile => Path.Combine(Directory, "application-password");

    public string LogFile => Path.Combine(Directory, "postgres.log");

    /// <summary>Held shared by every process that uses the server; whoever holds it alone may stop the server.</summary>
    public string UsersLock => Path.Combine(Directory, "users.lock");

    /// <summary>Held by the one watcher that waits for the last user to go.</summary>
    public string WatchLock => Path.Combine(Directory, "watch.lock");

    public string NewDirectory(string purpose) => $"{Path.Combine(Directory, purpose)}.new-{RandomName.Next()}";

    /// <summary>Gives what root has made to the account that the server runs as.</summary>
    public async Task HandOverAsync(string path, CancellationToken cancellation)
    {
        if (Account.Owner is not null)
        {
            (await Command.RunAsync(["chown", "-R", Account.Owner, path], cancellation)).OrThrow("chown");
        }
    }
}
