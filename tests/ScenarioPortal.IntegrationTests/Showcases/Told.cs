using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.Pairings;

namespace ScenarioPortal.IntegrationTests.Showcases;

/// <summary>A verified pair, both sides signed in, a reviewer, and the showcase that they make of it.</summary>
internal sealed record Told(PortalHost Portal, Met Met, Pairing Pairing, HttpClient Supplier, HttpClient Publisher, HttpClient Reviewer, Account ReviewerAccount)
{
    public const string Title = "独居老人夜间跌倒十分钟内有人知道";

    public string Address(PairingSide side) => $"/pairings/{Pairing.Id}/{side.ToString().ToLowerInvariant()}/showcase";

    public static async Task<Told> VerifiedAsync(PortalHost portal)
    {
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var account = await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000");
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        foreach (var step in (PairingState[])[PairingState.Agreed, PairingState.Piloting, PairingState.Verified])
        {
            await met.StepAsync(supplier, publisher, step);
        }

        return new Told(portal, met, await met.NowAsync(), supplier, publisher, await portal.SignedInAsync(account), account);
    }

    public Task<Showcase> NowAsync() => Portal.ReadAsync(db => db.Showcases.AsNoTracking().SingleAsync());

    public Task<HttpResponseMessage> WriteAsync(HttpClient browser, PairingSide side, int revision = 0, string cost = "18.5", string title = Title) => browser.SubmitAsync(Address(side),
    [
        new("Input.Revision", $"{revision}"), new("Input.Title", title), new("Input.Problem", "夜里跌倒，第二天才被发现。"), new("Input.Solution", "毫米波雷达发现跌倒，通知网格员上门。"),
        new("Input.Approach", "先装五户，再装六十户。"), new("Input.Weeks", "12"), new("Input.Cost", cost), new("Input.Applies", "独居老人多的社区。"), new("Input.Conditions", "有网格员值班。"),
        new("Input.Pitfalls", "宠物会误报。"), new("Input.Contact", "Publisher")
    ]);

    public async Task<HttpResponseMessage> AgreeAsync(HttpClient browser, PairingSide side) =>
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await NowAsync()).Revision}")], $"{Address(side)}?handler=Agree");

    public async Task<HttpResponseMessage> DecideAsync(string handler, string reason = "")
    {
        var now = await NowAsync();
        return await Reviewer.SubmitAsync($"/review/showcases/{now.Id}", [new("Input.Revision", $"{now.Revision}"), new("Input.Reason", reason)], $"/review/showcases/{now.Id}?handler={handler}");
    }

    /// <summary>Written, agreed to, approved and released as a batch of one.</summary>
    public async Task<Showcase> ReleasedAsync()
    {
        (await WriteAsync(Supplier, PairingSide.Company)).EnsureRedirect();
        (await AgreeAsync(Publisher, PairingSide.Publisher)).EnsureRedirect();
        (await DecideAsync("Approve")).EnsureRedirect();
        (await Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Showcases)), new("Picked", $"{(await NowAsync()).Id}")])).EnsureRedirect();
        return await NowAsync();
    }

    /// <summary>A verified unit elsewhere, with an editor.</summary>
    public static async Task<Wanting> UnitAsync(PortalHost portal, string name, string code, string account)
    {
        var unit = new Organisation(name, OrganisationKind.Government);
        unit.Identify(new UnifiedSocialCreditCode(code));
        unit.Complete(new OrganisationDetails { RegionCode = "110105" });
        unit.Submit(portal.Clock.GetUtcNow());
        unit.Verify();
        var editor = portal.NewAccount(account);
        await portal.SaveAsync(unit, editor, new Membership(unit.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return new Wanting(unit, editor, await portal.SignedInAsync(editor));
    }
}

/// <summary>A unit that wants the same.</summary>
internal sealed record Wanting(Organisation Unit, Account Editor, HttpClient Browser)
{
    public Task<HttpResponseMessage> JoinAsync(Guid showcase, string words = "我们街道也想装。", string quantity = "300 户") => Browser.SubmitAsync($"/showcases/{showcase}/join",
        [new("OrganisationId", $"{Unit.Id}"), new("Words", words), new("Quantity", quantity), new("Region", "110105"), new("Until", "2027-06-30")]);

    public Task<HttpResponseMessage> DoAsync(Guid showcase, string handler, bool together = false) => Browser.SubmitAsync("/workspace",
        [new("OrganisationId", $"{Unit.Id}"), new("together", together ? "true" : "false")], $"/showcases/{showcase}/join?handler={handler}");
}
