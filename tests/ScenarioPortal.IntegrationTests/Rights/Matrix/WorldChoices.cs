using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What unit A chooses: needs that companies A and B would both take up, compared by nobody yet, by itself, and with experts in either round.</summary>
internal static class WorldChoices
{
    private static readonly PairingRules Rules = new();

    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        // Whom nobody in the matrix is.
        var beside = world.Person("judge");
        world.Grant(beside, StaffRole.Expert);
        var (expert, other) = (world.World.Actors["expert"].Account!.Id, beside.Account!.Id);

        Need("need to choose A");
        var pairings = Need("need agreed A").Pairings;
        pairings[0].Accept(By(PairingSide.Publisher, "unit-a"), null, [], Rules, world.Now);
        pairings[0].Suggest(By(PairingSide.Company, "owner-a"), PairingState.Agreed, "已经办好。", Rules, world.Now);
        pairings[0].Confirm(By(PairingSide.Publisher, "unit-a"), null, Rules, world.Now);

        Choice("choice open A", "unit-a");
        Choice("choice undeclared A", "unit-a").Appoint(expert, world.Now);
        var alone = Choice("choice A", "unit-a", "expert");
        Ask(alone);
        world.Add(alone.HandIn(other, 1, Marks(alone, world.Secret("各自评分的理由")), null, null, world.Now));
        var together = Choice("choice together A", "unit-a", "expert");
        Ask(together);
        together.Appoint(world.World.Actors["second"].Account!.Id, world.Now);
        var conflict = world.Secret("利益冲突", "unit-a");
        world.Name("conflict", conflict);
        together.Declare(world.World.Actors["second"].Account!.Id, Interests.Conflict, conflict, world.Now);
        world.Add(together.HandIn(other, 1, Marks(together, world.Secret("互看评分的理由", "unit-a", "expert")), null, null, world.Now));
        world.Add(together.HandIn(expert, 1, Marks(together, "材料写得清楚"), null, null, world.Now));

        void Ask(Choice choice)
        {
            choice.Appoint(expert, world.Now);
            choice.Appoint(other, world.Now);
            choice.Declare(expert, Interests.Clear, null, world.Now);
            choice.Declare(other, Interests.Clear, null, world.Now);
        }

        // What is added under a name has its revision read at once, so experts are asked before where that matters.
        Choice Choice(string name, params string[] readers)
        {
            var (need, begun) = Need($"need of {name}");
            var (choice, dossiers) = Domain.Choosing.Choice.Begin(need, [.. begun.Select(p => new Candidacy(p, "参选的企业", new DossierContent
            {
                Conditions = [new() { Condition = "不装摄像头", Required = true, Answer = world.Secret($"案卷里的答复{name}·{p.CompanyId:N}", readers), Verdict = Verdict.Met }],
                Words = [world.Secret($"案卷里的话{name}·{p.CompanyId:N}", readers)]
            }))], [new() { Name = "技术契合", Weight = ChoiceCriterion.Whole }], world.Now);
            if (name == "choice open A")
            {
                world.Name("chosen pairing A", $"{begun[0].Id}");
            }

            world.Add(name, choice, choice.Id);
            world.Add([.. dossiers]);
            return choice;
        }

        (Opportunity Need, Pairing[] Pairings) Need(string name)
        {
            var scenario = new Scenario(of.UnitA.Id, name);
            scenario.Describe(new ScenarioSetting { Name = name, RegionCode = of.UnitA.RegionCode });
            var need = new Opportunity(scenario.Id, of.UnitA.Id, new Need { Title = "在比选的需求", Description = "没有人看", Conditions = [new() { Text = "不装摄像头", Required = true }] }, world.Now);
            need.Submit(world.Now);
            need.Approve(world.Now);
            need.Release(world.Number(), world.Now);
            world.Add(scenario);
            world.Add(name, need, need.Id);
            return (need, [Offered(scenario, need, of.CompanyA, "owner-a"), Offered(scenario, need, of.CompanyB, "owner-b")]);
        }

        Pairing Offered(Scenario scenario, Opportunity need, Organisation company, string by)
        {
            var capability = new Capability(company.Id, new Offer { Title = "在比选的能力", Description = "自己走" }, world.Now);
            capability.Submit(world.Now);
            capability.Publish(world.Number(), world.Now);
            var pairing = Pairing.Offer(new Pair { Number = world.Number(), Need = need, Scenario = scenario, Capability = capability }, By(PairingSide.Company, by), "我们做过。", [], Rules, world.Now);
            world.Add(capability, pairing);
            return pairing;
        }

        Domain.Pairings.Actor By(PairingSide side, string actor) => new(side, world.World.Actors[actor].Account!.Id);

        static Mark[] Marks(Choice choice, string words) =>
            [.. choice.Candidates.Select(c => new Mark { Candidate = c.Place, Criterion = 0, Score = 60, Words = words })];
    }
}
