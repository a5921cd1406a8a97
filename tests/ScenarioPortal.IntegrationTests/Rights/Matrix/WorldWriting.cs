using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What is being written, and what was handed in.</summary>
internal static class WorldWriting
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var copyA = Copy("copy A", ListKind.Opportunities, of.UnitA, "unit-a", world.Secret("工作稿甲", "unit-a"));
        var companyCopy = Copy("copy of company A", ListKind.Capabilities, of.CompanyA, "editor-a", world.Secret("公司工作稿", "owner-a", "editor-a", "reader-a", "operator"));
        WorldAttachments.AddTo(world, "attachment A", copyA, world.Secret("附件甲", "unit-a"), null);
        WorldAttachments.AddTo(world, "attachment released A", HandedIn(ListKind.Opportunities, of.UnitA, "unit-a", "公开的稿", "need released A"), "公开的附件", "need released A");
        WorldAttachments.AddTo(world, "attachment of company A", companyCopy, world.Secret("公司附件", WorldPeople.OfCompanyA), null);
        var suspended = HandedIn(ListKind.Capabilities, of.CompanyA, "editor-a", world.Secret("暂停的稿", WorldPeople.OfCompanyA), "capability suspended A");
        WorldAttachments.AddTo(world, "attachment suspended A", suspended, world.Secret("暂停的附件", [.. WorldPeople.OfCompanyA, "reviewer"]), "capability suspended A");
        HandInNeed(world, "here", of.UnitB, "unit-b", world.Secret("已提交乙", "unit-b", "reviewer"), "copy handed in B");
        var (copyReturned, returned) = HandInNeed(world, "returned", of.UnitA, "unit-a", world.Secret("退回的工作稿", "unit-a", "reviewer"), "copy returned A");
        returned.Return([new() { Field = "Title", Text = world.Secret("退回的理由", "unit-a", "reviewer") }], world.World.Actors["reviewer"].Account!.Id, world.Now);
        copyReturned.Reopen();
        HandInOffer(world, of.Elsewhere, world.Secret("异地已提交", "reviewer-elsewhere"));
        Plan("batch plan", ListKind.Opportunities, Guid.Parse(world.World.Identities["need approved A"]), world.Secret("编发说明", "reviewer"));
        var shown = Plan("batch plan to preview", ListKind.Capabilities, Guid.Parse(world.World.Identities["capability published A"]), null);
        world.Name("preview", world.PreviewOf(shown.Id));

        BatchPlan Plan(string name, ListKind kind, Guid item, string? note)
        {
            var plan = new BatchPlan(kind, "110000", [item], world.World.Actors["reviewer"].Account!.Id, world.Now);
            plan.Write([item], note, null, plan.MadeBy, world.Now);
            return world.Add(name, plan, plan.Id);
        }

        WorkingCopy HandedIn(ListKind kind, Organisation organisation, string author, string title, string subject)
        {
            var copy = Written(world, kind, organisation, author, title);
            copy.HandIn(Guid.Parse(world.World.Identities[subject]), world.Now);
            world.Add((object)copy);
            return copy;
        }

        WorkingCopy Copy(string name, ListKind kind, Organisation organisation, string author, string title)
        {
            var copy = Written(world, kind, organisation, author, title);
            return world.Add(name, copy, copy.Id);
        }
    }

    private static (WorkingCopy Copy, Submission Submission) HandInNeed(WorldBuilder world, string place, Organisation unit, string author, string title, string name)
    {
        var scenario = new Scenario(unit.Id, title);
        scenario.Describe(new ScenarioSetting { Name = title, RegionCode = unit.RegionCode });
        var need = new Opportunity(scenario.Id, unit.Id, new Need { Title = title, Description = title }, world.Now);
        need.Submit(world.Now);
        world.Add(scenario, need);
        return HandIn(world, place, ListKind.Opportunities, unit, author, title, need.Id, name);
    }

    private static void HandInOffer(WorldBuilder world, Organisation company, string title)
    {
        var offer = new Capability(company.Id, new Offer { Title = title, Description = title }, world.Now);
        offer.Submit(world.Now);
        world.Add(offer);
        HandIn(world, "elsewhere", ListKind.Capabilities, company, "other", title, offer.Id, "copy handed in elsewhere");
    }

    private static (WorkingCopy Copy, Submission Submission) HandIn(WorldBuilder world, string place, ListKind kind, Organisation organisation, string author, string title, Guid subject, string name)
    {
        var copy = Written(world, kind, organisation, author, title);
        copy.HandIn(subject, world.Now);
        world.Add(name, copy, copy.Id);
        world.Name($"item handed in {place}", $"{subject}");
        string[] readers = place switch { "here" => ["unit-b", "reviewer"], "returned" => ["unit-a", "reviewer"], _ => ["reviewer-elsewhere"] };
        var attachment = WorldAttachments.AddTo(world, $"attachment handed in {place}", copy, world.Secret($"提交的附件 {place}", readers), $"item handed in {place}");
        var submission = new Submission(copy, subject, 1, organisation.RegionCode, copy.AuthorId, world.Now, [attachment]);
        return (copy, world.Add($"submission {place}", submission, submission.Id));
    }

    private static WorkingCopy Written(WorldBuilder world, ListKind kind, Organisation organisation, string author, string title) =>
        new(kind, organisation.Id, world.World.Actors[author].Account!.Id, world.Now, new Dictionary<string, string> { ["Title"] = title, ["Description"] = title });
}
