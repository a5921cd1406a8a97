using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>An open need and a public capability that could meet, and an editor on each side.</summary>
internal sealed record Met(PortalHost Portal, Opportunity Need, Capability Capability, Organisation Unit, Organisation Company, Account Publisher, Account Supplier)
{
    public const string NeedTitle = "独居老人夜间跌倒的及时发现";
    public const string CapabilityTitle = "毫米波雷达跌倒监测";

    public string Begin => $"/opportunities/{Need.Id}/pair";

    public static async Task<Met> MakeAsync(PortalHost portal)
    {
        var now = portal.Clock.GetUtcNow();
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var company = new Organisation("安栖感知科技有限公司", OrganisationKind.Company);
        company.Complete(new OrganisationDetails { RegionCode = "110101" });
        var (publisher, supplier) = (portal.NewAccount("publisher"), portal.NewAccount("supplier"));
        var scenario = new Scenario(unit.Id, NeedTitle);
        scenario.Describe(new ScenarioSetting { Name = NeedTitle, RegionCode = "110101" });
        var need = new Opportunity(scenario.Id, unit.Id, new Need
        {
            Title = NeedTitle,
            Description = "夜里跌倒，第二天才被发现。",
            Deadline = new DateOnly(2027, 3, 1),
            Conditions = [new() { Text = "不装摄像头", Required = true }, new() { Text = "本市有服务团队", Required = false }]
        }, now);
        need.Submit(now);
        need.Approve(now);
        need.Release("2026-01-需-001", now);
        var capability = new Capability(company.Id, new Offer { Title = CapabilityTitle, Description = "不装摄像头，用毫米波雷达发现独居老人夜里跌倒。" }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        await portal.SaveAsync(unit, company, publisher, supplier, scenario, need, capability,
            new Membership(unit.Id, publisher.Id, MemberRole.Editor, now), new Membership(company.Id, supplier.Id, MemberRole.Editor, now));
        return new Met(portal, need, capability, unit, company, publisher, supplier);
    }

    public Task<Pairing> NowAsync() => Portal.ReadAsync(db => db.Pairings.AsNoTracking().SingleAsync());

    /// <summary>The company says that it would like to.</summary>
    public async Task<Pairing> InterestedAsync(HttpClient supplier, string note = "三个社区 420 户在用，可以先装 5 户。", bool veiled = false)
    {
        (await supplier.SubmitAsync(Begin, [new("capability", $"{Capability.Id}"), new("Note", note), new("Veiled", veiled ? "true" : "false"), new("Answers[0]", "全程不用摄像头。"), new("Answers[1]", "")])).EnsureRedirect();
        return await NowAsync();
    }

    /// <summary>Presses a button of the pair's page, with the revision that is there now.</summary>
    public async Task<HttpResponseMessage> ActAsync(HttpClient browser, PairingSide side, PairingAction action, string? note = null, PairingState? step = null, PairingReason? reason = null, int? revision = null)
    {
        var pairing = await NowAsync();
        return await browser.SubmitAsync("/workspace",
            [new("Revision", $"{revision ?? pairing.Revision}"), new("Note", note ?? ""), new("Step", $"{step}"), new("Reason", $"{reason}")], Address(pairing, side, action));
    }

    /// <summary>The publisher's answer to an interest without a name.</summary>
    public async Task<HttpResponseMessage> AnswerVeiledAsync(HttpClient publisher, PairingAction choice, string note = "", PairingReason? reason = null, int? revision = null)
    {
        var pairing = await NowAsync();
        return await publisher.SubmitAsync("/workspace", [new("Revision", $"{revision ?? pairing.Revision}"), new("Choice", $"{choice}"), new("Note", note), new("Reason", $"{reason}")], $"/pairings/{pairing.Id}/veiled");
    }

    /// <summary>A step that one side suggests and the other confirms, with the plan or the result that it asks for.</summary>
    public async Task StepAsync(HttpClient supplier, HttpClient publisher, PairingState step)
    {
        await ProveAsync(supplier, publisher, step);
        (await ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "已经办好。", step)).EnsureRedirect();
        (await ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).EnsureRedirect();
    }

    public async Task ProveAsync(HttpClient supplier, HttpClient publisher, PairingState step)
    {
        var pairing = await NowAsync();
        if (step is PairingState.Piloting && pairing.Proof.PlanAgreedAt is null)
        {
            (await WritePlanAsync(supplier, PairingSide.Company)).EnsureRedirect();
            (await ActAsync(publisher, PairingSide.Publisher, PairingAction.AgreePlan)).EnsureRedirect();
        }

        if (step is PairingState.Verified or PairingState.EndedWithinLimits && pairing.Proof.Outcome is null)
        {
            (await WriteResultAsync(supplier, PairingSide.Company, step is PairingState.Verified ? MeasuredVerdict.Met : MeasuredVerdict.NotMet)).EnsureRedirect();
        }
    }

    /// <summary>A plan of two criteria.</summary>
    public async Task<HttpResponseMessage> WritePlanAsync(HttpClient browser, PairingSide side, string limits = "漏报致伤 0 起。", string target = "不高于 2%", int? revision = null)
    {
        var pairing = await NowAsync();
        return await browser.SubmitAsync("/workspace",
        [
            new("Revision", $"{revision ?? pairing.Revision}"),
            new("Criteria[0].What", "漏报率"), new("Criteria[0].Target", target), new("Criteria[0].Method", "模拟跌倒 600 次"),
            new("Criteria[1].What", ""),
            new("Criteria[2].What", "从跌倒到有人知道"), new("Criteria[2].Baseline", "5.2 小时"), new("Criteria[2].Target", "10 分钟以内"), new("Criteria[2].Method", "平台时间戳"),
            new("From", "2026-12-01"), new("Until", "2027-02-28"), new("SafetyLimits", limits), new("RiskControls", "发生即暂停该户。")
        ], $"/pairings/{pairing.Id}/{side.ToString().ToLowerInvariant()}/plan");
    }

    public async Task<HttpResponseMessage> WriteResultAsync(HttpClient browser, PairingSide side, MeasuredVerdict verdict, string reason = "", string findings = "", string withinLimits = "true")
    {
        var pairing = await NowAsync();
        return await browser.SubmitAsync("/workspace",
        [
            new("Revision", $"{pairing.Revision}"), new("Values[0].Value", "1.6%"), new("Values[0].Verdict", $"{verdict}"), new("Values[1].Value", "4 分 10 秒"), new("Values[1].Verdict", "Met"),
            new("WithinLimits", withinLimits), new("Witness", "示范市养老服务质量检测中心"), new("Conclusion", "60 户三个月，可以推开。"), new("Reason", reason), new("Findings", findings)
        ], $"/pairings/{pairing.Id}/{side.ToString().ToLowerInvariant()}/result");
    }

    public static string Address(Pairing pairing, PairingSide side, PairingAction action) =>
        $"/pairings/{pairing.Id}/{side.ToString().ToLowerInvariant()}/{action.ToString().ToLowerInvariant()}";
}

internal static class Answered
{
    public static void EnsureRedirect(this HttpResponseMessage answer) => Xunit.Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
}
