using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What company A and unit A have begun: one waits for an answer, one too without a name, one is engaged, one is in its pilot, and everyone sees their steps.</summary>
internal static class WorldPairings
{
    private static readonly string[] Insiders = [.. WorldPeople.OfCompanyA, "unit-a", "reviewer"];

    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var rules = new PairingRules();
        Pairing("pairing A", p => WorldTalks.AddTo(world, of, p));
        Begun("pairing veiled A", veiled: true);
        Pairing("pairing shown A", p => p.Accept(By(PairingSide.Publisher, "unit-a"), world.Secret("对接的答复", Insiders), [], rules, world.Now));

        var content = new PlanContent
        {
            Criteria = [new() { What = world.Secret("验证的指标", Insiders), Target = "不高于 2%", Method = "模拟 600 次" }],
            From = new DateOnly(2026, 12, 1),
            To = new DateOnly(2027, 2, 28),
            SafetyLimits = world.Secret("安全底线", Insiders),
            RiskControls = "发生即暂停。"
        };
        var result = new ResultContent
        {
            Values = [new() { Value = "1.6%", Verdict = MeasuredVerdict.Met }],
            WithinLimits = true,
            Witness = world.Secret("见证的人", Insiders),
            Conclusion = "可以用。",
            Findings = ["卫生间里的识别"]
        };
        var piloting = Pairing("pairing piloting A",
            p => p.Accept(By(PairingSide.Publisher, "unit-a"), null, [], rules, world.Now),
            p => world.Add(p.WritePlan(By(PairingSide.Company, "owner-a"), content, null, rules, world.Now)),
            p => p.AgreePlan(By(PairingSide.Publisher, "unit-a"), null, rules, world.Now),
            p => Step(p, PairingState.Agreed),
            p => Step(p, PairingState.Piloting),
            p => world.Add(p.WriteResult(By(PairingSide.Company, "owner-a"), content, result, null, rules, world.Now)));
        var certificate = new VerificationCertificate(piloting.Id, world.Number(), CheckCode.New(), new CertificateContent
        {
            PairingNumber = piloting.Number,
            Need = piloting.NeedTitle,
            Capability = piloting.CapabilityTitle,
            Publisher = of.UnitA.Name,
            Company = of.CompanyA.Name,
            From = content.From,
            To = content.To,
            Values = [],
            Witness = "检测中心",
            Conclusion = "可以用。",
            PlanHash = ContentHash.Of(content)
        }, world.Now);
        world.Add(certificate);
        world.Name("certificate A", certificate.Code);
        WorldShowcases.AddTo(world, of, Verified);

        (Pairing, VerificationCertificate) Verified(string name)
        {
            var verified = Pairing(name,
                p => p.Accept(By(PairingSide.Publisher, "unit-a"), null, [], rules, world.Now),
                p => world.Add(p.WritePlan(By(PairingSide.Company, "owner-a"), content, null, rules, world.Now)),
                p => p.AgreePlan(By(PairingSide.Publisher, "unit-a"), null, rules, world.Now),
                p => Step(p, PairingState.Agreed),
                p => Step(p, PairingState.Piloting),
                p => world.Add(p.WriteResult(By(PairingSide.Company, "owner-a"), content, result, null, rules, world.Now)),
                p => Step(p, PairingState.Verified));
            var proof = new VerificationCertificate(verified.Id, world.Number(), CheckCode.New(), certificate.Content with { PairingNumber = verified.Number }, world.Now);
            world.Add(proof);
            return (verified, proof);
        }

        void Step(Pairing pairing, PairingState step)
        {
            pairing.Suggest(By(PairingSide.Company, "owner-a"), step, "已经办好。", rules, world.Now);
            pairing.Confirm(By(PairingSide.Publisher, "unit-a"), null, rules, world.Now);
        }

        Pairing Pairing(string name, params Action<Pairing>[] steps) => Begun(name, false, steps);

        Pairing Begun(string name, bool veiled, params Action<Pairing>[] steps)
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
                [new() { Condition = "不装摄像头", Text = world.Secret("条件的答复", Insiders) }], rules, world.Now, veiled);
            foreach (var step in steps)
            {
                step(pairing);
            }

            return world.Add(name, pairing, pairing.Id);
        }

        Domain.Pairings.Actor By(PairingSide side, string actor) => new(side, world.World.Actors[actor].Account!.Id);
    }
}
