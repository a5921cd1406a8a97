using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

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
        var person = act.By switch
        {
            PairingSide.Publisher => await PersonOfAsync(need.Publisher!.Value, cancellation),
            PairingSide.Company => await PersonOfAsync(capability!.Value.Company!.Value, cancellation),
            PairingSide.Operator => await PersonOfAsync(await OperatorAsync(cancellation), cancellation),
            _ => Person.Visitor
        };
        try
        {
            await past.AsAsync(person, services => act.DoAsync(new Scene(services, person, need.Id, capability?.Id), cancellation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"Day {act.Day} of the story of {story.Need} with “{story.Capability}” cannot have happened: {act}", exception);
        }
    }

    private async Task<Person> PersonOfAsync(Guid organisation, CancellationToken cancellation)
    {
        if (!_people.TryGetValue(organisation, out var person))
        {
            var now = past.Get<TimeProvider>().GetUtcNow();
            var name = $"history-{_people.Count + 1}";
            var account = new Account { DisplayName = Names[_people.Count % Names.Length], UserName = name, NormalizedUserName = name.ToUpperInvariant(), IsDemonstration = true, CreatedAt = now };
            await using var db = await OpenAsync(cancellation);
            db.AddRange(account, new Membership(organisation, account.Id, MemberRole.Owner, now));
            await db.SaveChangesAsync(cancellation);
            person = (await past.Get<PersonReader>().FindAsync(account.Id, cancellation))!;
            _people.Add(organisation, person);
        }

        return person;
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
