using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>
/// Who acts in the past: for each organisation somebody whose account has neither mail address nor password, so that nobody signs in with it and
/// nothing is ever sent to it.
/// </summary>
internal sealed class HistoryCast(Past past)
{
    private static readonly string[] Names =
    [
        "方雨桐", "顾明川", "韩知秋", "姜若水", "孔繁星", "黎向晚", "陆听澜", "孟青禾", "宁致远", "潘晓舟", "秦岭南", "任逸飞", "沙云帆", "谭以宁", "万书瑶", "温如许", "谢长庚", "徐望舒", "严子衿", "叶知行", "尤嘉木", "余怀瑾", "袁清和", "章若谷", "郑海宁", "钟南屏", "周见山", "朱砚秋", "祝星河", "左思齐"
    ];

    private readonly Dictionary<Guid, Person> _people = [];
    private readonly Dictionary<StaffRole, Person> _staff = [];
    private readonly Dictionary<string, (Guid Id, Guid? Publisher)> _needs = [];
    private Dictionary<string, (Guid Id, Guid? Company)> _capabilities = [];

    public IReadOnlyDictionary<string, (Guid Id, Guid? Company)> Capabilities => _capabilities;

    public async Task LearnCapabilitiesAsync(CancellationToken cancellation)
    {
        await using var db = await OpenAsync(cancellation);
        _capabilities = (await db.Capabilities.Select(c => new { c.Title, c.Id, c.OrganisationId }).ToListAsync(cancellation))
            .GroupBy(c => c.Title).ToDictionary(g => g.Key, g => (g.First().Id, g.First().OrganisationId));
    }

    public async Task LearnNeedsAsync(CancellationToken cancellation)
    {
        await using var db = await OpenAsync(cancellation);
        foreach (var need in await db.Opportunities.Where(o => o.ExternalId != null).Select(o => new { o.ExternalId, o.Id, o.PublisherId }).ToListAsync(cancellation))
        {
            _needs[need.ExternalId!] = (need.Id, need.PublisherId);
        }
    }

    /// <summary>Plays one act of a story.</summary>
    public async Task PlayAsync(Story story, StoryAct act, CancellationToken cancellation)
    {
        var need = _needs[story.Need];
        (Guid Id, Guid? Company)? capability = story.Capability is { } title ? _capabilities[title] : null;
        var person = act switch
        {
            StaffAct staff => _staff[staff.Role],
            UnitAct unit => await PersonOfAsync(await UnitAsync(unit.Unit, cancellation), cancellation),
            { By: PairingSide.Publisher } => await PersonOfAsync(need.Publisher!.Value, cancellation),
            { By: PairingSide.Company } => await PersonOfAsync(capability!.Value.Company!.Value, cancellation),
            { By: PairingSide.Operator } => await PersonOfAsync(await OperatorAsync(cancellation), cancellation),
            _ => Person.Visitor
        };
        try
        {
            await past.AsAsync(person, async services =>
            {
                var scene = new Scene(services, person, need.Id, capability?.Id);
                await act.DoAsync(scene, cancellation);
                if (act is Lead { As: var name })
                {
                    _needs[name] = scene.Begun!.Value;
                }
            });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"Day {act.Day} of the story of {story.Need} with “{story.Capability}” cannot have happened: {act}", exception);
        }
    }

    /// <summary>Gives somebody each role that stories need.</summary>
    public async Task AppointAsync(CancellationToken cancellation)
    {
        var (now, home) = (past.Get<TimeProvider>().GetUtcNow(), past.Get<HomeRegion>().Code);
        await using var db = await OpenAsync(cancellation);
        foreach (var (role, name) in new[] { (StaffRole.Reviewer, DemonstrationAccounts.ReviewerName), (StaffRole.Expert, DemonstrationAccounts.ExpertName) })
        {
            var region = role is StaffRole.Reviewer ? home : null;
            var account = AccountOf(name, $"history-{role}", now);
            db.AddRange(account, new StaffGrant(account.Id, role, region, now));
            _staff.Add(role, new Person { AccountId = account.Id, Name = name, IsComplete = true, Posts = [new Post(role, region)] });
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Person> PersonOfAsync(Guid organisation, CancellationToken cancellation)
    {
        if (!_people.TryGetValue(organisation, out var person))
        {
            var now = past.Get<TimeProvider>().GetUtcNow();
            var account = AccountOf(Names[_people.Count % Names.Length], $"history-{_people.Count + 1}", now);
            await using var db = await OpenAsync(cancellation);
            db.AddRange(account, new Membership(organisation, account.Id, MemberRole.Owner, now));
            await db.SaveChangesAsync(cancellation);
            person = (await past.Get<PersonReader>().FindAsync(account.Id, cancellation))!;
            _people.Add(organisation, person);
        }

        return person;
    }

    private static Account AccountOf(string name, string signIn, DateTimeOffset now) =>
        new() { DisplayName = name, UserName = signIn, NormalizedUserName = signIn.ToUpperInvariant(), IsDemonstration = true, CreatedAt = now };

    private async Task<Guid> UnitAsync(string name, CancellationToken cancellation)
    {
        await using var db = await OpenAsync(cancellation);
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync(cancellation);
    }

    private async Task<Guid> OperatorAsync(CancellationToken cancellation)
    {
        await using var db = await OpenAsync(cancellation);
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Name == DemonstrationAccounts.OperatorName, cancellation) is not { } promoter)
        {
            promoter = new Organisation(DemonstrationAccounts.OperatorName, OrganisationKind.Operator);
            db.Add(promoter);
            await db.SaveChangesAsync(cancellation);
        }

        return promoter.Id;
    }

    private Task<PortalDbContext> OpenAsync(CancellationToken cancellation) => past.Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
}
