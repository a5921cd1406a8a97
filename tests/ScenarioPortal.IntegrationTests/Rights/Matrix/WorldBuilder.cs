using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Claims;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Makes a world with the domain's own verbs, and signs everyone in.</summary>
internal sealed class WorldBuilder(PortalHost portal)
{
    private static int _worlds;
    private readonly List<object> _rows = [];
    private readonly World _world = new();
    private readonly int _number = Interlocked.Increment(ref _worlds);

    public DateTimeOffset Now => portal.Clock.GetUtcNow();

    public World World => _world;

    public static async Task<World> MakeAsync(PortalHost portal)
    {
        var builder = new WorldBuilder(portal);
        var organisations = WorldOrganisations.AddTo(builder);
        WorldPeople.AddTo(builder, organisations);
        WorldThings.AddTo(builder, organisations);
        await portal.SaveAsync([.. builder._rows]);
        return builder._world;
    }

    /// <summary>A number of a batch that no other world has.</summary>
    public int Batch(int batch) => (_number * 10) + batch;

    /// <summary>A name that no other world has.</summary>
    public string Named(string name) => $"{name}·{_number}";

    public T Add<T>(string name, T row, Guid id)
        where T : class
    {
        _rows.Add(row);
        _world.Identities[name] = $"{id}";
        return row;
    }

    public void Add(params object[] rows) => _rows.AddRange(rows);

    public void Hide(string text, params string[] readers) => _world.Secrets.Add(new Secret(text, readers));

    public string Secret(string text, params string[] readers)
    {
        var secret = $"密{text}{_number}号";
        Hide(secret, readers);
        return secret;
    }

    public Actor Person(string name, Factors factors = Factors.Password | Factors.TimeCode, string? totp = null, bool disabled = false, params (Organisation Organisation, MemberRole Role)[] seats)
    {
        var account = portal.NewAccount($"{name}-{_number}");
        account.TotpSecret = totp;
        account.DisabledAt = disabled ? Now : null;
        var key = SecretKey.New();
        Add($"account {name}", account, account.Id);
        _rows.Add(Session(account.Id, SecretKey.Hash(key), factors));
        foreach (var (organisation, role) in seats)
        {
            var membership = new Membership(organisation.Id, account.Id, role, Now);
            Add($"member {name}", membership, membership.Id);
        }

        var actor = Armed(name, disabled ? null : account, $"{SessionCookie.Name}={key}; ");
        return _world.Actors[name] = actor with { Own = [account.Id, .. seats.Select(s => s.Organisation.Id)] };
    }

    public void Visitor() => _world.Actors["visitor"] = Armed("visitor", null, "");

    public Session Session(Guid account, string keyHash, Factors factors) => new()
    {
        KeyHash = keyHash,
        AccountId = account,
        Factors = factors,
        StartedAt = Now,
        LastSeenAt = Now,
        ConfirmedAt = Now
    };

    public void Grant(Actor actor, StaffRole role, string? region = null)
    {
        var grant = new StaffGrant(actor.Account!.Id, role, region, Now);
        Add($"grant {actor.Name}", grant, grant.Id);
    }

    /// <summary>With the tokens that a page of the portal would have given this person.</summary>
    private Actor Armed(string name, Account? account, string cookies)
    {
        using var scope = portal.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (account is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account.Id}")], SessionHandler.SchemeName));
        }

        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
        return new Actor { Name = name, Account = account, Cookies = $"{cookies}__Host-antiforgery={tokens.CookieToken}", Token = tokens.RequestToken! };
    }
}
