using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Needs of two units, in every state.</summary>
internal static class WorldNeeds
{
    public static Opportunity AddTo(WorldBuilder world, WorldOrganisations of)
    {
        Need("need draft A", of.UnitA, world.Secret("需求草稿甲", "unit-a"));
        Need("need submitted A", of.UnitA, world.Secret("需求待审甲", "unit-a", "reviewer"), o => o.Submit(world.Now));
        Need("need approved A", of.UnitA, world.Secret("需求待发布甲", "unit-a", "reviewer"), o => o.Submit(world.Now), o => o.Approve(world.Now));
        Need("need draft B", of.UnitB, world.Secret("需求草稿乙", "unit-b"));
        Need("need closed A", of.UnitA, "已结束的需求", o => Release(o), o => o.Close(OpportunityEnding.Withdrawn, world.Now));
        world.Hide("0000-7654321");
        world.Name("contact of needs", "林女士 0000-7654321");
        return Need("need released A", of.UnitA, "已公开的需求", o => Release(o), o => o.Correct(
            o.Need with { Conditions = [new() { Text = "在本市有服务团队", Required = true }], AcceptanceCriteria = "误报每天少于一次" },
            new() { Before = "没有写", After = "误报每天少于一次", Why = "有企业来问" }, world.Now));

        Opportunity Need(string name, Organisation unit, string title, params Action<Opportunity>[] steps)
        {
            var scenario = new Scenario(unit.Id, title);
            scenario.Describe(new ScenarioSetting { Name = title, RegionCode = unit.RegionCode });
            var need = new Opportunity(scenario.Id, unit.Id, new Need { Title = title, Description = "没有人看", Contact = "林女士 0000-7654321" }, world.Now);
            world.Add(scenario);
            foreach (var step in steps)
            {
                step(need);
            }

            return world.Add(name, need, need.Id);
        }

        void Release(Opportunity need)
        {
            need.Submit(world.Now);
            need.Approve(world.Now);
            need.Release(world.Number(), world.Now);
        }
    }
}
