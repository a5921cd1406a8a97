using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>Seven pairings of two units in two provinces with two companies: some shown, some not, one stuck, some over. The clock stands at 23 November 2026.</summary>
internal sealed record Crowd(PortalHost Portal, Organisation Care, Organisation Water, Account Publisher, Account Supplier)
{
    private static readonly PairingRules Rules = new();

    private static readonly PlanContent Plan = new()
    {
        Criteria = [new() { What = "夜间从跌倒到有人知道", Target = "10 分钟以内", Method = "平台时间戳" }],
        From = new DateOnly(2026, 9, 20),
        To = new DateOnly(2026, 12, 20),
        SafetyLimits = "漏报致伤 0 起。",
        RiskControls = "发生即暂停该户。"
    };

    public static async Task<Crowd> MakeAsync(PortalHost portal)
    {
        var (care, water) = (Unit("朝阳区民政局", "110105"), Unit("龙岗区水务局", "440307"));
        var (radar, boats) = (Company("安栖感知科技有限公司", "110105"), Company("青禾水域机器人有限公司", "440307"));
        var (publisher, supplier) = (portal.NewAccount("publisher"), portal.NewAccount("supplier"));
        List<object> all = [care, water, radar, boats, publisher, supplier];
        var (falls, lifts, rivers) = (Need(care, "老人夜里跌倒没人知道", "care"), Need(care, "电梯里有人晕倒", null), Need(water, "河道漂浮物清理", "water"));
        var (detect, collect) = (Offer(radar, "毫米波雷达跌倒监测", "care"), Offer(boats, "无人艇巡检与收集", "water"));
        var extra = Offer(radar, "跌倒气囊背心", "care");
        var number = 0;

        var piloting = Offered(falls, detect, At(2026, 9, 1));
        piloting.Accept(Publisher(), null, [], Rules, At(2026, 9, 3));
        Step(piloting, PairingState.Agreed, At(2026, 9, 13));
        Step(piloting, PairingState.Piloting, At(2026, 9, 20));
        Offered(lifts, detect, At(2026, 9, 5)).Accept(Publisher(), null, [], Rules, At(2026, 9, 9));
        var over = Keep(Pairing.Invite(Pair(rivers, collect, 2025), Publisher(), "请来看现场。", Rules, At(2025, 12, 20)));
        over.Accept(Supplier(), null, [], Rules, At(2025, 12, 23));
        Step(over, PairingState.Agreed, At(2025, 12, 30));
        over.Terminate(Supplier(), PairingReason.NotKept, "场地一直没有给。", Rules, At(2026, 1, 5));
        Offered(falls, extra, At(2026, 11, 20));
        var lapsed = Offered(lifts, extra, At(2026, 10, 1));
        lapsed.Lapse(Rules, lapsed.AnswerDueAt!.Value.AddSeconds(1));
        var hidden = Offered(rivers, detect, At(2026, 11, 10));
        hidden.Accept(Publisher(), null, [], Rules, At(2026, 11, 12));
        hidden.Show(PairingSide.Publisher, PublicView.Hidden, At(2026, 11, 12));
        var suggested = Offered(lifts, collect, At(2026, 11, 1));
        suggested.Accept(Publisher(), null, [], Rules, At(2026, 11, 2));
        suggested.Suggest(Supplier(), PairingState.Agreed, "协议签好了。", Rules, At(2026, 11, 21));

        all.Add(new Membership(care.Id, publisher.Id, MemberRole.Editor, At(2025, 1, 1)));
        all.Add(new Membership(radar.Id, supplier.Id, MemberRole.Editor, At(2025, 1, 1)));
        await portal.SaveAsync([.. all]);
        await portal.MatchedAsync();
        return new Crowd(portal, care, water, publisher, supplier);

        Pairing Offered((Opportunity, Scenario) need, Capability capability, DateTimeOffset at) =>
            Keep(Pairing.Offer(Pair(need, capability, 2026), Supplier(), "我们做过三个社区。", [], Rules, at));

        Pairing Keep(Pairing pairing)
        {
            all.Add(pairing);
            return pairing;
        }

        Pair Pair((Opportunity Need, Scenario Scenario) need, Capability capability, int year) =>
            new() { Number = $"{year}-对-{++number:0000}", Need = need.Need, Scenario = need.Scenario, Capability = capability };

        void Step(Pairing pairing, PairingState step, DateTimeOffset at)
        {
            if (step is PairingState.Piloting)
            {
                all.Add(pairing.WritePlan(Supplier(), Plan, null, Rules, at));
                pairing.AgreePlan(Publisher(), null, Rules, at);
            }

            pairing.Suggest(Supplier(), step, "已经办好。", Rules, at);
            pairing.Confirm(Publisher(), null, Rules, at);
        }

        (Opportunity, Scenario) Need(Organisation unit, string title, string? field)
        {
            var scenario = new Scenario(unit.Id, title);
            scenario.Describe(new ScenarioSetting { Name = title, RegionCode = unit.RegionCode });
            var need = new Opportunity(scenario.Id, unit.Id, new Need { Title = title, Description = "现在全靠人看。", FieldCode = field, Deadline = new DateOnly(2027, 3, 1) }, At(2025, 12, 1));
            need.Submit(At(2025, 12, 1));
            need.Approve(At(2025, 12, 1));
            need.Release($"2026-01-需-00{all.Count}", At(2025, 12, 1));
            all.AddRange([scenario, need]);
            return (need, scenario);
        }

        Capability Offer(Organisation company, string title, string field)
        {
            var capability = new Capability(company.Id, new Offer { Title = title, Description = "自动发现，马上告警。", FieldCode = field, RegionCode = company.RegionCode }, At(2025, 12, 1));
            capability.Submit(At(2025, 12, 1));
            capability.Publish(null, At(2025, 12, 1));
            all.Add(capability);
            return capability;
        }

        static Organisation Unit(string name, string region) => Complete(new Organisation(name, OrganisationKind.Government), region);

        static Organisation Company(string name, string region) => Complete(new Organisation(name, OrganisationKind.Company), region);

        static Organisation Complete(Organisation organisation, string region)
        {
            organisation.Complete(new OrganisationDetails { RegionCode = region });
            return organisation;
        }

        Actor Publisher() => new(PairingSide.Publisher, publisher.Id);

        Actor Supplier() => new(PairingSide.Company, supplier.Id);

        static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 2, 0, 0, TimeSpan.Zero);
    }
}
