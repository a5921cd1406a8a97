using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What belongs to somebody: needs, capabilities, contacts, files, claims, links.</summary>
internal static class WorldThings
{
    private static readonly string[] CompanyA = ["owner-a", "editor-a", "reader-a", "operator"];

    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var released = AddLists(world, of);
        var published = AddCapabilities(world, of);
        world.Add(new Match
        {
            OpportunityId = released.Id,
            CapabilityId = published.Id,
            Score = 0.5,
            Reasons = [],
            OpportunityRevision = released.Revision,
            CapabilityRevision = published.Revision,
            ComputedAt = world.Now
        });
        AddContact("company A", of.CompanyA, [.. CompanyA, "reviewer"]);
        AddContact("company B", of.CompanyB, ["owner-b", "reviewer"]);
        AddContact("unit A", of.UnitA, null);
        AddFile("licence A", of.CompanyA, "owner-a");
        AddFile("licence unverified", of.Unverified, "unverified");
        AddClaim("claim here", of.Imported, "owner-b", world.Secret("认领说明", "owner-b", "reviewer"));
        AddClaim("claim elsewhere", of.ImportedElsewhere, "owner-b", world.Secret("异地认领", "owner-b", "reviewer-elsewhere"));
        AddClaim("claim refused", of.Imported, "owner-b", "", c => c.Decide(granted: false, world.Secret("认领被拒", "owner-b", "reviewer"), world.Now));
        AddClaim("claim by reviewer", of.Imported, "reviewer", world.Secret("自己认领", "reviewer"));
        WorldWriting.AddTo(world, of);
        var mandate = new Mandate(of.CompanyA.Id, of.Operator.Id, world.Now);
        world.Add("mandate A", mandate, mandate.Id);
        AddLink("invitation", LinkPurpose.Invitation, "owner-a", null, new Invitation { OrganisationId = of.CompanyA.Id, MemberRole = MemberRole.Editor });
        AddLink("invitation of owner-b", LinkPurpose.Invitation, "owner-a", "owner-b", new Invitation { OrganisationId = of.CompanyA.Id, MemberRole = MemberRole.Reader });
        AddLink("invitation to unit", LinkPurpose.Invitation, "system", null, new Invitation { OrganisationId = of.UnitInvited.Id, MemberRole = MemberRole.Owner });
        AddLink("reset", LinkPurpose.PasswordReset, null, "owner-a", null);
        AddNote();
        AddReset("factor reset by second", "editor-a", "second");
        AddReset("factor reset by security", "owner-b", "security");
        AddReset("factor reset of security", "security", "second");

        void AddFile(string name, Organisation organisation, string by)
        {
            var file = new StoredFile
            {
                OrganisationId = organisation.Id,
                Purpose = FilePurpose.Licence,
                Name = "licence.pdf",
                ContentType = "application/pdf",
                Size = 5,
                Content = "%PDF-"u8.ToArray(),
                UploadedAt = world.Now,
                UploadedBy = IdOf(by)
            };
            world.Add(name, file, file.Id);
        }

        void AddClaim(string name, Organisation organisation, string by, string statement, Action<OrganisationClaim>? decide = null)
        {
            var claim = new OrganisationClaim(organisation, IdOf(by), statement, world.Now);
            decide?.Invoke(claim);
            world.Name($"statement of {name}", statement);
            world.Name($"reason of {name}", claim.Reason ?? "");
            world.Add(name, claim, claim.Id);
        }

        // Shown to everyone where that person agreed: there are no readers then.
        void AddContact(string name, Organisation organisation, string[]? readers)
        {
            var contact = new OrganisationContact(organisation.Id, world.Named("严守口"), $"0000-{world.Number()}77777", $"m{world.Number()}@example.cn");
            contact.Show(readers is null, world.Now);
            foreach (var (field, text) in ((string, string)[])[("name", contact.Name), ("phone", contact.Phone), ("mail", contact.Email!)])
            {
                world.Name($"contact {field} of {name}", text);
                if (readers is not null)
                {
                    world.Hide(text, readers);
                }
            }

            world.Add(contact);
        }

        void AddNote()
        {
            var detail = world.Secret("细节", "audit");
            world.Add(new AuditEntry { At = world.Now, Actor = "test", Action = "test", Result = AuditResult.Done, Detail = $$"""{"code":"{{detail}}"}""" });
            world.Name("detail of note", detail);
        }

        void AddReset(string name, string of, string by)
        {
            var reset = new FactorReset(IdOf(of), IdOf(by), world.Now);
            world.Add(name, reset, reset.Id);
        }

        void AddLink(string name, LinkPurpose purpose, string? by, string? to, Invitation? invitation)
        {
            var secret = SecretKey.New();
            var link = new OneTimeLink
            {
                Purpose = purpose,
                SecretHash = SecretKey.Hash(secret),
                Email = to is null ? $"m{world.Number()}@example.cn" : world.World.Actors[to].Account!.Email!,
                AccountId = to is null || invitation is not null ? null : IdOf(to),
                InvitedBy = by is null ? null : IdOf(by),
                Invitation = invitation,
                CreatedAt = world.Now,
                ExpiresAt = world.Now.AddHours(1)
            };
            world.Add(name, link, link.Id);
            world.Name($"secret of {name}", secret);
            world.Name($"mail of {name}", link.Email);
        }

        Guid IdOf(string actor) => world.World.Actors[actor].Account!.Id;
    }

    private static Opportunity AddLists(WorldBuilder world, WorldOrganisations of)
    {
        Need("need draft A", of.UnitA, world.Secret("需求草稿甲", "unit-a"));
        Need("need submitted A", of.UnitA, world.Secret("需求待审甲", "unit-a", "reviewer"), o => o.Submit(world.Now));
        Need("need approved A", of.UnitA, world.Secret("需求待发布甲", "unit-a", "reviewer"), o => o.Submit(world.Now), o => o.Approve(world.Now));
        Need("need draft B", of.UnitB, world.Secret("需求草稿乙", "unit-b"));
        Need("need closed A", of.UnitA, "已结束的需求", o => Release(o), o => o.Close(OpportunityEnding.Withdrawn, world.Now));
        world.Hide("0000-7654321");
        world.Name("contact of needs", "林女士 0000-7654321");
        return Need("need released A", of.UnitA, "已公开的需求", o => Release(o));

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

    private static Capability AddCapabilities(WorldBuilder world, WorldOrganisations of)
    {
        world.Hide("0000-2468013");
        world.Hide("周敏");
        world.Name("contact of capabilities", "周敏 0000-2468013");
        Capability("capability draft A", of.CompanyA, world.Secret("能力草稿甲", CompanyA));
        Capability("capability submitted A", of.CompanyA, world.Secret("能力待审甲", [.. CompanyA, "reviewer"]), c => c.Submit(world.Now));
        Capability("capability draft B", of.CompanyB, world.Secret("能力草稿乙", "owner-b"));
        Capability("capability submitted elsewhere", of.Elsewhere, world.Secret("能力异地待审", "reviewer-elsewhere"), c => c.Submit(world.Now));
        Capability("capability suspended A", of.CompanyA, world.Secret("能力暂停甲", [.. CompanyA, "reviewer"]), c => c.Submit(world.Now), c => c.Publish(world.Number(), world.Now), c => c.Suspend(world.Now));
        var published = Capability("capability published A", of.CompanyA, "已公开的能力", c => c.Submit(world.Now), c => c.Publish(world.Number(), world.Now));
        Batch("batch released", 1, true);
        Batch("batch drafting", 2, false);
        return published;

        Capability Capability(string name, Organisation company, string title, params Action<Capability>[] steps)
        {
            var capability = new Capability(company.Id, new Offer { Title = title, Description = "自己走", Contact = "周敏 0000-2468013" }, world.Now);
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
