using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.IntegrationTests;

/// <summary>The real portal on its own copy of the database. Only the clock is replaced.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    private readonly PortalDatabase _database;
    private readonly DatabaseAccess _access;
    private readonly TemporaryDirectory _own = new();
    private readonly (string Key, string Value)[] _settings;

    private PortalHost(PortalDatabase database, DatabaseAccess access, (string Key, string Value)[] settings) =>
        (_database, _access, _settings) = (database, access, settings);

    /// <summary>Takes something out of the portal, to see what holds without it.</summary>
    internal Action<IServiceCollection> Without { get; init; } = _ => { };

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    internal DatabaseAccess Access => _access;

    /// <summary>The portal's own folder.</summary>
    public string Own => _own.Below("own");

    public static Task<PortalHost> StartAsync(PortalDatabase database, params (string Key, string Value)[] settings) =>
        StartAsync(database, _ => { }, settings);

    /// <param name="database">The server.</param>
    /// <param name="change">Takes something out of the portal, to see what holds without it.</param>
    /// <param name="settings">Settings other than usual.</param>
    public static async Task<PortalHost> StartAsync(PortalDatabase database, Action<IServiceCollection> change, params (string Key, string Value)[] settings) =>
        new(database, await database.CopyAsync(), settings) { Without = change };

    /// <summary>A browser without a screen that follows no redirect.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Answers on a free port, for browsers with a screen.</summary>
    public Uri Serve()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async Task SaveAsync(params object[] entities)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    /// <summary>Imports rows in the form of the contract, released unless told otherwise.</summary>
    internal async Task<ImportReport> ImportAsync(ListKind kind, string jsonLines, bool publish = true, bool dryRun = false)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(jsonLines));
        return await Services.GetRequiredService<ImportList>().RunAsync(
            file, new ImportOptions { Kind = kind, FileName = "rows.jsonl", Actor = "test", Publish = publish, DryRun = dryRun }, CancellationToken.None);
    }

    /// <summary>Sends what is due, and reads the mail box of this address, oldest first.</summary>
    internal async Task<IReadOnlyList<MimeMessage>> MailToAsync(string address)
    {
        var room = Services.GetRequiredService<MailRoom>();
        while (await room.SendDueAsync(CancellationToken.None) > 0)
        {
        }

        return !Directory.Exists(MailFolder) ? [] :
        [
            .. Directory.EnumerateFiles(MailFolder).Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))
                .Where(m => m.To.Mailboxes.Any(to => to.Address == address))
        ];
    }

    internal string MailFolder => Path.Combine(Own, "mail");

    /// <summary>Lets the worker catch up with everything that was committed.</summary>
    public async Task MatchedAsync()
    {
        var due = true;
        while (due)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            due = await ReadAsync(async db => await db.Outbox.AnyAsync(m => m.DoneAt == null && m.ParkedAt == null)
                || await db.Judgings.AnyAsync(j => j.JudgedBy < db.Judges.Max(x => (int?)x.Id)));
        }

        await Services.GetRequiredService<LiveIndex>().CatchUpAsync(CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DropAsync(_access);
        await _own.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Portal", _access.Owner);
        builder.UseSetting("ConnectionStrings:PortalApplication", _access.ApplicationSignIn);
        builder.UseSetting("Logging:File", "false");
        builder.UseSetting("Data", Own);

        // Everybody in these tests comes from the same nowhere.
        builder.UseSetting("Limits:Enabled", "false");
        // Told of changes it would work whenever it likes; so it does when the test moves the clock.
        builder.UseSetting("Outbox:Listen", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, Elsewhere>();

            // A test that moves the clock says itself what the clock brings about: else the worker might just be at it.
            services.Remove(services.Single(s => s.ImplementationType == typeof(PublicationWorker)));
            Without(services);
        });
    }
}
