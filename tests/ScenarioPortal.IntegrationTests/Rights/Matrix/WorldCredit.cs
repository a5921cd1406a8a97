using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Two invitations that company A let lapse: one entry as it stands, one that its owner has appealed.</summary>
internal static class WorldCredit
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var rules = new PairingRules();
        Lapsed("entry A");
        var appealed = Lapsed("appeal A");
        world.Add(new CreditAppeal(appealed, world.World.Actors["owner-a"].Account!.Id, world.Secret("申诉的话", [.. WorldPeople.OfCompanyA, "reviewer"]), world.Now));

        CreditEntry Lapsed(string name)
        {
            var asked = world.Now.AddDays(-10);
            var scenario = new Scenario(of.UnitA.Id, name);
            scenario.Describe(new ScenarioSetting { Name = name, RegionCode = of.UnitA.RegionCode });
            var need = new Opportunity(scenario.Id, of.UnitA.Id, new Need { Title = "没有答复的需求", Description = "没有人看" }, asked);
            need.Submit(asked);
            need.Approve(asked);
            need.Release(world.Number(), asked);
            var capability = new Capability(of.CompanyA.Id, new Offer { Title = "没有答复的能力", Description = "自己走" }, asked);
            capability.Submit(asked);
            capability.Publish(world.Number(), asked);
            var pairing = Pairing.Invite(new Pair { Number = world.Number(), Need = need, Scenario = scenario, Capability = capability },
                new Domain.Pairings.Actor(PairingSide.Publisher, world.World.Actors["unit-a"].Account!.Id), "请来看现场。", rules, asked);
            pairing.Lapse(rules, world.Now.AddDays(-1));
            var entry = CreditLedger.Of(pairing).Single();
            world.Add(scenario, need, capability, pairing);
            return world.Add(name, entry, entry.Id);
        }
    }
}
