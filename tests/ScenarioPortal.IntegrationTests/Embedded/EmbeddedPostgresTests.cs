using Npgsql;
using ScenarioPortal.Data.Embedded;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private readonly List<string> _log = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string DataDirectory => _temporary.Below("postgres");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task The_portal_owns_its_database_and_is_no_superuser()
    {
        await using var postgres = await StartAsync(DataDirectory);

        Assert.Equal("portal/portal/false", await AskAsync(postgres, "SELECT current_database() || '/' || current_user || '/' || rolsuper FROM pg_roles WHERE rolname = current_user"));
        Assert.Equal("UTF8", await AskAsync(postgres, "SHOW server_encoding"));
    }

    [Fact]
    public async Task Text_is_sorted_by_code_point()
    {
        await using var postgres = await StartAsync(DataDirectory);

        Assert.Equal("A,B,a,中,场", await AskAsync(postgres, "SELECT string_agg(x, ',' ORDER BY x) FROM unnest(ARRAY['场','a','中','B','A']) x"));
    }

    [Fact]
    public async Task Data_are_there_again_after_a_restart()
    {
        await using (var first = await StartAsync(DataDirectory))
        {
            await KeepAsync(first, "水库巡检");
        }

        AssertStopped(DataDirectory);
        await using var second = await StartAsync(DataDirectory);

        Assert.Equal("水库巡检", await AskAsync(second, "SELECT word FROM kept"));
    }

    [Fact]
    public async Task A_directory_may_be_deep_and_have_any_name()
    {
        var deep = _temporary.Below([.. Enumerable.Repeat("a-rather-long-name-for-a-directory", 4), "数据, 'one' two", "postgres"]);

        await using var postgres = await StartAsync(deep);

        Assert.Equal("1", await AskAsync(postgres, "SELECT '1'"));
    }

    [Fact]
    public async Task Two_data_directories_have_two_servers()
    {
        await using var first = await StartAsync(DataDirectory);
        await using var second = await StartAsync(_temporary.Below("other", "postgres"));

        await KeepAsync(first, "here");
        await KeepAsync(second, "there");

        Assert.Equal("here", await AskAsync(first, "SELECT word FROM kept"));
        Assert.Equal("there", await AskAsync(second, "SELECT word FROM kept"));
    }

    [Fact]
    public async Task Two_users_of_one_directory_share_the_server_until_the_last_goes()
    {
        var first = await StartAsync(DataDirectory);
        var second = await StartAsync(DataDirectory);
        await first.DisposeAsync();

        Assert.Equal("1", await AskAsync(second, "SELECT '1'"));

        await second.DisposeAsync();
        AssertStopped(DataDirectory);
    }

    [Fact]
    public async Task Many_who_start_at_once_get_one_server()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StartAsync(DataDirectory)));

        Assert.Single(all.Select(postgres => postgres.ConnectionString).Distinct());
        Assert.Equal(4, _log.Count(line => line.Contains("was running already", StringComparison.Ordinal)));

        await Task.WhenAll(all.Select(postgres => postgres.DisposeAsync().AsTask()));
        AssertStopped(DataDirectory);
    }

    [Fact]
    public async Task A_killed_portal_leaves_no_server_behind()
    {
        using var portal = await PostgresHolder.StartAsync(DataDirectory);

        portal.Kill();

        await Eventually.IsTrueAsync(() => !IsRunning(DataDirectory), "the server stops when its only user was killed");
    }

    [Fact]
    public async Task The_next_start_after_a_kill_finds_everything_committed()
    {
        using (var portal = await PostgresHolder.StartAsync(DataDirectory))
        {
            await using var beside = await StartAsync(DataDirectory);
            await KeepAsync(beside, "水库巡检");
        }

        await using var next = await StartAsync(DataDirectory);

        Assert.Equal("水库巡检", await AskAsync(next, "SELECT word FROM kept"));
    }

    [Fact]
    public async Task A_server_stays_for_those_who_were_not_killed()
    {
        using var portal = await PostgresHolder.StartAsync(DataDirectory);
        await using var command = await StartAsync(DataDirectory);

        portal.Kill();

        Assert.Equal("1", await AskAsync(command, "SELECT '1'"));
    }

    [Fact]
    public async Task A_note_of_a_dead_server_whose_number_was_given_away_does_not_stop_the_start()
    {
        await (await StartAsync(DataDirectory)).DisposeAsync();
        await File.WriteAllTextAsync(
            PostmasterFileIn(DataDirectory), $"{Environment.ProcessId}\n{DataDirectory}/cluster\n1\n5432\n{DataDirectory}\n\n 1 1\nready\n", Cancellation);

        await using var postgres = await StartAsync(DataDirectory);

        Assert.Equal("1", await AskAsync(postgres, "SELECT '1'"));
    }

    private Task<EmbeddedPostgres> StartAsync(string directory) => EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { DataDirectory = directory, Durable = false, Log = Note }, Cancellation);

    private void Note(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }

    private static Task<string?> KeepAsync(EmbeddedPostgres postgres, string word) =>
        AskAsync(postgres, $"CREATE TABLE kept (word text); INSERT INTO kept VALUES ('{word}') RETURNING word");

    private static async Task<string?> AskAsync(EmbeddedPostgres postgres, string question)
    {
        await using var server = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = server.CreateCommand(question);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    private static string PostmasterFileIn(string directory) => Path.Combine(directory, "cluster", "postmaster.pid");

    private static bool IsRunning(string directory) => File.Exists(PostmasterFileIn(directory));

    private static void AssertStopped(string directory) => Assert.False(IsRunning(directory), "The server still runs.");
}
