using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What company A and unit A have begun: one waits for an answer, one is engaged, and everyone sees its steps.</summary>
internal static class WorldPairings
{
    private static readonly string[] Insiders = [.. WorldPeople.OfCompanyA, "unit-a", "reviewer"];

    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var rules = new PairingRules();
        Pairing("pairing A", p => WorldTalks.AddTo(world, of, p));
        Pairing("pairing shown A", p => p.Accept(By(PairingSide.Publisher, "unit-a"), world.Secret("对接的答复", Insiders), [], rules, world.Now));

        void Pairing(string name, params Action<Pairing>[] steps)
        {
            var scenario = new Scenario(of.UnitA.Id, name);
            scenario.Describe(new ScenarioSetting { Name = name, RegionCode = of.UnitA.RegionCode });
            var need = new Opportunity(scenario.Id, of.UnitA.Id, new Need { Title = "在对接的需求", Description = "没有人看", Conditions = [new() { Text = "不装摄像头", Required = true }] }, world.Now);
            need.Submit(world.Now);
            need.Approve(world.Now);
            need.Release(world.Number(), world.Now);
            var capability = new Capability(of.CompanyA.Id, new Offer { Title = "在对接的能力", Description = "自己走" }, world.Now);
            capability.Submit(world.Now);
            capability.Publish(world.Number(), world.Now);
            world.Add(scenario, need, capability);
            var pair = new Pair { Number = world.Number(), Need = need, Scenario = scenario, Capability = capability };
            var pairing = Domain.Pairings.Pairing.Offer(pair, By(PairingSide.Company, "owner-a"), world.Secret("表达的意向", Insiders),
                [new() { Condition = "不装摄像头", Text = world.Secret("条件的答复", Insiders) }], rules, world.Now);
            foreach (var step in steps)
            {
                step(pairing);
            }

            world.Add(name, pairing, pairing.Id);
        }

        Domain.Pairings.Actor By(PairingSide side, string actor) => new(side, world.World.Actors[actor].Account!.Id);
    }
}
