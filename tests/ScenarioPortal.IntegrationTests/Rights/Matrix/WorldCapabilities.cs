using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Capabilities of companies in every state, and the batches that hold one.</summary>
internal static class WorldCapabilities
{
    public static Capability AddTo(WorldBuilder world, WorldOrganisations of)
    {
        world.Hide("0000-2468013");
        world.Hide("周敏");
        world.Name("contact of capabilities", "周敏 0000-2468013");
        Capability("capability draft A", of.CompanyA, world.Secret("能力草稿甲", WorldPeople.OfCompanyA));
        Capability("capability submitted A", of.CompanyA, world.Secret("能力待审甲", [.. WorldPeople.OfCompanyA, "reviewer"]), c => c.Submit(world.Now));
        Capability("capability draft B", of.CompanyB, world.Secret("能力草稿乙", "owner-b"));
        Capability("capability submitted elsewhere", of.Elsewhere, world.Secret("能力异地待审", "reviewer-elsewhere"), c => c.Submit(world.Now));
        Capability("capability suspended A", of.CompanyA, world.Secret("能力撤下甲", [.. WorldPeople.OfCompanyA, "reviewer"]), c => c.Submit(world.Now), c => c.Publish(null, world.Now),
            c => c.Withdraw(world.Secret("撤下的原因", [.. WorldPeople.OfCompanyA, "reviewer"]), world.Now));
        Capability("capability withdrawn A", of.CompanyA, "收入过批次又撤下的能力", c => c.Submit(world.Now), c => c.Publish(world.Number(), world.Now), c => c.Withdraw("产品已停产。", world.Now));
        var published = Capability("capability published A", of.CompanyA, "已公开的能力", c => c.Submit(world.Now), c => c.Publish(world.Number(), world.Now), c => c.Correct(
            c.Offer with { Effect = "误报每天少于一次" }, new() { Before = "没有写", After = "误报每天少于一次", Why = "有单位来问" }, world.Now));
        Capability("capability asked A", of.CompanyA, "要确认的能力", c => c.Submit(world.Now), c => c.Publish(world.Number(), world.Now.AddDays(-Domain.Capabilities.Capability.CurrentForDays)), c => c.AskWhetherCurrent(world.Now));
        Batch("batch released", 1, true);
        Batch("batch drafting", 2, false);
        return published;

        Capability Capability(string name, Organisation company, string title, params Action<Capability>[] steps)
        {
            var capability = new Capability(company.Id, new Offer { Title = title, Description = "自己走", Contact = "周敏 0000-2468013", Certificates = [new() { Name = "ISO9001 质量管理体系认证", Issuer = "示范认证中心", Number = "Q-7" }] }, world.Now);
            foreach (var step in steps)
            {
                step(capability);
            }

            return world.Add(name, capability, capability.Id);
        }

        void Batch(string name, int batch, bool isReleased)
        {
            var list = new ListRelease(ListKind.Capabilities, 2026, world.Batch(batch), isReleased ? "已发布的批次" : world.Secret("编制中批次", "reviewer", "reviewer-elsewhere"));
            list.Add(published.Id, new FrozenItem { Title = published.Title, Summary = "自己走", Organisation = of.CompanyA.Name });
            if (isReleased)
            {
                list.Release(world.Now);
            }

            world.Add(name, list, list.Id);
        }
    }
}
