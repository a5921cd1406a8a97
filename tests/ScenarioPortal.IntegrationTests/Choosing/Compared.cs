using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.Pairings;

namespace ScenarioPortal.IntegrationTests.Choosing;

/// <summary>A need that two companies would take up, and two experts.</summary>
internal sealed record Compared(PortalHost Portal, Met Met, Organisation Rival, Account RivalSupplier, Pairing First, Pairing Second, Account One, Account Two)
{
    public const string RivalName = "澄星云算有限公司";
    public const string FirstWords = "三个社区 420 户在用。";
    public const string SecondWords = "热成像方案，正在试装。";
    public const string Remark = "误报率有第三方数据。";

    public string Page => $"/workspace/needs/{Met.Need.Id}/choice";

    public static async Task<Compared> MakeAsync(PortalHost portal)
    {
        var (met, now) = (await Met.MakeAsync(portal), portal.Clock.GetUtcNow());
        var rival = new Organisation(RivalName, OrganisationKind.Company);
        rival.Complete(new OrganisationDetails { RegionCode = "110101" });
        var supplier = portal.NewAccount("rival");
        var capability = new Capability(rival.Id, new Offer { Title = "热成像跌倒监测", Description = "不装摄像头，用热成像发现跌倒。", Trl = 6 }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        await portal.SaveAsync(rival, supplier, capability, new Membership(rival.Id, supplier.Id, MemberRole.Editor, now));
        var (one, two) = (await portal.StaffAsync("expert-one", StaffRole.Expert), await portal.StaffAsync("expert-two", StaffRole.Expert));
        var first = await InterestedAsync(portal, met, met.Capability, met.Supplier, FirstWords, "001");
        var second = await InterestedAsync(portal, met, capability, supplier, SecondWords, "002");
        return new Compared(portal, met, rival, supplier, first, second, one, two);
    }

    /// <summary>Begins a choice as the publisher, and says which.</summary>
    public async Task<Choice> BegunAsync(HttpClient publisher, params Account[] experts)
    {
        (await BeginAsync(publisher, experts)).EnsureRedirect();
        return await NowAsync();
    }

    public Task<HttpResponseMessage> BeginAsync(HttpClient publisher, Account[] experts, int weight = 60) => publisher.SubmitAsync("/workspace",
    [
        new("Criteria[0].Name", "技术契合"), new("Criteria[0].Weight", $"{weight}"), new("Criteria[1].Name", "报价与投入"), new("Criteria[1].Weight", "40"), new("Criteria[2].Name", ""),
        .. experts.Select(e => KeyValuePair.Create("Experts", $"{e.Id}"))
    ], Page);

    public Task<Choice> NowAsync() => Portal.ReadAsync(db => db.Choices.AsNoTracking().AsSplitQuery().SingleAsync());

    public Task<Pairing> NowAsync(Pairing pairing) => Portal.ReadAsync(db => db.Pairings.AsNoTracking().SingleAsync(p => p.Id == pairing.Id));

    public static Task<HttpResponseMessage> DeclareAsync(HttpClient expert, Choice choice, Interests interests = Interests.Clear, string note = "") =>
        expert.SubmitAsync("/workspace", [new("Declared", $"{interests}"), new("Note", note)], $"/expert/cases/{choice.Id}?handler=Declare");

    /// <summary>The same score for everything.</summary>
    public static Task<HttpResponseMessage> HandInAsync(HttpClient expert, Choice choice, int round, int score, string why = "", string words = Remark) => expert.SubmitAsync("/workspace",
        [new("Round", $"{round}"), new("Why", why), .. Enumerable.Range(0, 4).SelectMany(at => new KeyValuePair<string, string>[] { new($"Scores[{at}].Score", $"{score + at}"), new($"Scores[{at}].Words", words) })],
        $"/expert/cases/{choice.Id}");

    public async Task<HttpResponseMessage> DecideAsync(HttpClient publisher, Choice choice, string chosen, string toAll = "谢谢您，这次选了别家。", string toSecond = "", int? revision = null, string why = "误报率最低。") =>
        await publisher.SubmitAsync("/workspace", [new("Revision", $"{revision ?? (await NowAsync()).Revision}"), new("Chosen", chosen), new("Why", why), new("ToAll", toAll), new("ToOne[0]", ""), new("ToOne[1]", toSecond)],
            $"/workspace/choices/{choice.Id}/decision");

    public async Task AgreeAsync(Pairing pairing)
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var present = await db.Pairings.SingleAsync(p => p.Id == pairing.Id);
        var (rules, now) = (new PairingRules(), Portal.Clock.GetUtcNow());
        present.Accept(new Actor(PairingSide.Publisher, Met.Publisher.Id), null, [], rules, now);
        present.Suggest(new Actor(PairingSide.Company, Met.Supplier.Id), PairingState.Agreed, "协议签好了。", rules, now);
        present.Confirm(new Actor(PairingSide.Publisher, Met.Publisher.Id), null, rules, now);
        await db.SaveChangesAsync();
    }

    private static async Task<Pairing> InterestedAsync(PortalHost portal, Met met, Capability capability, Account by, string words, string number)
    {
        var scenario = new Scenario(met.Unit.Id, Met.NeedTitle);
        scenario.Describe(new ScenarioSetting { Name = Met.NeedTitle, RegionCode = "110101" });
        var pairing = Pairing.Offer(new Pair { Number = $"2026-对-{number}", Need = met.Need, Scenario = scenario, Capability = capability }, new Actor(PairingSide.Company, by.Id), words,
            [new() { Condition = "不装摄像头", Text = "全程不用摄像头。" }], new PairingRules(), portal.Clock.GetUtcNow().AddMinutes(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
        await portal.SaveAsync(pairing);
        return pairing;
    }
}
