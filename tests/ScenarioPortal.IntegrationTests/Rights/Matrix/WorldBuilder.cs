using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Makes a world with the domain's own verbs, and signs everyone in.</summary>
internal sealed class WorldBuilder(PortalHost portal)
{
    public const string Password = "Rote-Katze-7-schläft";

    /// <summary>The same for everyone: making it takes longer than the rest of a world.</summary>
    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    private static int _worlds;
    private readonly List<object> _rows = [];
    private readonly World _world = new();
    private readonly int _number = Interlocked.Increment(ref _worlds);
    private int _lastNumber;

    public DateTimeOffset Now => portal.Clock.GetUtcNow();

    public World World => _world;

    public T Service<T>()
        where T : notnull => portal.Services.GetRequiredService<T>();

    public static async Task<World> MakeAsync(PortalHost portal)
    {
        var builder = new WorldBuilder(portal);
        var organisations = WorldOrganisations.AddTo(builder);
        WorldPeople.AddTo(builder, organisations);
        WorldThings.AddTo(builder, organisations);
        builder.Hide(PasswordHash.Value);
        builder.Name("new code", CreditCodes.Next().Value);
        builder.Name("new mail", $"m{builder.Number()}@example.cn");
        await portal.SaveAsync([.. builder._rows]);
        return builder._world;
    }

    /// <summary>A number of a batch that no other world has.</summary>
    public int Batch(int batch) => (_number * 10) + batch;

    /// <summary>An official number that nothing else has.</summary>
    public string Number() => $"{_number}-{++_lastNumber}";

    /// <summary>The last part of the secret address of a batch.</summary>
    public string PreviewOf(Guid plan) => portal.Services.GetRequiredService<PreviewLinks>().For(plan).Split('/')[^1];

    /// <summary>A name that no other world has.</summary>
    public string Named(string name) => $"{name}·{_number}";

    /// <summary>Names it and, where editors prove what they saw, its revision.</summary>
    public T Add<T>(string name, T row, Guid id)
        where T : class
    {
        _rows.Add(row);
        Name(name, $"{id}");
        if (typeof(T).GetProperty("Revision") is { } revision)
        {
            Name($"revision of {name}", $"{revision.GetValue(row)}");
        }

        return row;
    }

    public void Add(params object[] rows) => _rows.AddRange(rows);

    public void Name(string name, string identity) => _world.Identities[name] = identity;

    public void Hide(string text, params string[] readers) => _world.Secrets.Add(new Secret(text, readers));

    public string Secret(string text, params string[] readers)
    {
        var secret = $"密{text}{_number}号";
        Hide(secret, readers);
        return secret;
    }

    public Actor Person(string name, SignedInAs signedIn = default, params (Organisation Organisation, MemberRole Role)[] seats)
    {
        var account = portal.NewAccount($"{name}-{_number}");
        account.PasswordHash = PasswordHash.Value;
        account.PasswordChangedAt = Now;
        account.DisabledAt = signedIn.IsDisabled ? Now : null;
        var key = SecretKey.New();
        Add($"account {name}", account, account.Id);
        _rows.Add(new Consent { AccountId = account.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = Now });
        Name($"mail of {name}", account.Email!);
        WorldFactors.AddTo(this, portal.Services, account, name, signedIn);
        _rows.Add(Session(account.Id, SecretKey.Hash(key), signedIn.IsHalf ? Factors.Password : Factors.Password | Factors.TimeCode, signedIn.ProvedBefore));
        foreach (var (organisation, role) in seats)
        {
            var membership = new Membership(organisation.Id, account.Id, role, Now);
            Add($"member {name}", membership, membership.Id);
        }

        return _world.Actors[name] = Tokens.Armed(portal.Services, name, signedIn.IsDisabled ? null : account, $"{SessionCookie.Name}={key}; ");
    }

    public void Visitor() => _world.Actors["visitor"] = Tokens.Armed(portal.Services, "visitor", null, "");

    public Session Session(Guid account, string keyHash, Factors factors, TimeSpan provedBefore = default, string? address = null) => new()
    {
        KeyHash = keyHash,
        Address = address,
        AccountId = account,
        Factors = factors,
        StartedAt = Now - provedBefore,
        LastSeenAt = Now,
        ConfirmedAt = Now - provedBefore
    };

    public void Grant(Actor actor, StaffRole role, string? region = null)
    {
        var grant = new StaffGrant(actor.Account!.Id, role, region, Now);
        Add($"grant {actor.Name}", grant, grant.Id);
    }
}
