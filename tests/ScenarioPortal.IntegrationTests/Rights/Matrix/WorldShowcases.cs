using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What company A and unit A tell of what was verified: one waits for the unit, one for a reviewer, and some are released; unit B wants one of these and leads for another.</summary>
internal static class WorldShowcases
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of, Func<string, (Pairing Pairing, VerificationCertificate Certificate)> verified)
    {
        verified("pairing verified A");
        Told("showcase draft A");
        Told("showcase submitted A", Agree);
        Told("showcase released A", Agree, Release);
        Joined(Told("showcase joined A", Agree, Release));
        var (showcase, join) = Joined(Told("showcase led A", Agree, Release));
        world.Add(new JointDemand(showcase, join, [], Id("unit-b"), world.Now));

        (Showcase, ShowcaseJoin) Joined(Showcase told)
        {
            var words = world.Secret("想要的话", [.. WorldPeople.OfCompanyA, "unit-b", "reviewer"]);
            var wish = new Wish(words, "300 户", "110101", null, Id("unit-b"));
            var joined = new ShowcaseJoin(told, of.UnitB, wish, world.Now);
            world.Add(joined);
            world.Name("wish", words);
            return (told, joined);
        }

        Showcase Told(string name, params Action<Showcase>[] steps)
        {
            var (pairing, certificate) = verified($"pairing of {name}");
            string Text(string text) => steps.Length switch
            {
                0 => world.Secret($"没有写完的{text}", [.. WorldPeople.OfCompanyA, "unit-a"]),
                1 => world.Secret(text, [.. WorldPeople.OfCompanyA, "unit-a", "reviewer"]),
                _ => text
            };
            var told = Showcase.Begin(pairing, certificate, pairing.RegionCode, new ShowcaseContent
            {
                Title = Text("案例的名称"),
                Problem = "没有人看",
                Solution = Text("解决的办法"),
                Approach = "先试五户",
                Conditions = "有人值班",
                Applies = "老人多的社区",
                Contact = PairingSide.Publisher
            }, new(PairingSide.Company, Id("owner-a")), world.Now);
            foreach (var step in steps)
            {
                step(told);
            }

            return world.Add(name, told, told.Id);
        }

        void Agree(Showcase told) => told.Agree(new(PairingSide.Publisher, Id("unit-a")), world.Now);

        void Release(Showcase told)
        {
            told.Approve(Id("reviewer"), world.Now);
            told.Release(world.Number(), world.Now);
        }

        Guid Id(string actor) => world.World.Actors[actor].Account!.Id;
    }
}
