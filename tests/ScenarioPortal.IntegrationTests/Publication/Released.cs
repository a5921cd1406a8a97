using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>A need that was released in a batch, the editor of its unit, and somebody of a company.</summary>
internal sealed record Released(Guid Id, Guid Batch, Organisation Unit, Account Editor, Account Asker)
{
    public const string Title = "夜间河道巡查";

    public string Page => $"/opportunities/{Id}";

    public string Desk => $"/workspace/needs/{Id}";

    /// <summary>Released on 23 November 2026, open until 14 December.</summary>
    public static async Task<Released> MakeAsync(PortalHost portal, string? deadline = "2026-12-14")
    {
        var now = portal.Clock.GetUtcNow();
        var unit = new Organisation("示范市水务局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var company = new Organisation("安栖感知科技有限公司", OrganisationKind.Company);
        var (editor, asker) = (portal.NewAccount("editor"), portal.NewAccount("asker"));
        var scenario = new Scenario(unit.Id, Title);
        var need = new Opportunity(scenario.Id, unit.Id, new Need
        {
            Title = Title,
            Description = "夜里没有人看，漏报多。",
            Deadline = deadline is null ? null : DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture),
            Contact = "林女士 0000-7654321"
        }, now);
        need.Submit(now);
        need.Approve(now);
        var batch = new ListRelease(ListKind.Opportunities, 2026, 1, "2026 年第一批机会清单");
        var number = batch.Add(need.Id, new FrozenItem { Title = Title, Summary = "夜里没有人看", Organisation = unit.Name });
        batch.Release(now);
        need.Release(number, now);
        await portal.SaveAsync(unit, company, editor, asker, scenario, need, batch,
            new Membership(unit.Id, editor.Id, MemberRole.Editor, now), new Membership(company.Id, asker.Id, MemberRole.Reader, now));
        return new Released(need.Id, batch.Id, unit, editor, asker);
    }

    public Task<Opportunity> NowAsync(PortalHost portal) => portal.ReadAsync(db => db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == Id));

    public async Task<HttpResponseMessage> DoAsync(HttpClient browser, PortalHost portal, string handler, params (string Name, string Value)[] fields) =>
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await NowAsync(portal)).Revision}"), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))], $"{Desk}?handler={handler}");
}
