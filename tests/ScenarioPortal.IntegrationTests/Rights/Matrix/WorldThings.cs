using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What belongs to somebody: needs, capabilities, contacts, files, claims, links, and a note in the trail.</summary>
internal static class WorldThings
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        var released = WorldNeeds.AddTo(world, of);
        var published = WorldCapabilities.AddTo(world, of);
        world.Add(new Match
        {
            OpportunityId = released.Id,
            CapabilityId = published.Id,
            Score = 0.5,
            Reasons = [],
            OpportunityRevision = released.Revision,
            CapabilityRevision = published.Revision,
            ComputedAt = world.Now,
            JudgedBy = 1
        });
        AddContact("company A", of.CompanyA, [.. WorldPeople.OfCompanyA, "reviewer"]);
        AddContact("company B", of.CompanyB, ["owner-b", "reviewer"]);
        AddContact("company unverified", of.Unverified, ["unverified", "reviewer"]);
        AddContact("unit A", of.UnitA, null);
        AddFile("licence A", of.CompanyA, "owner-a");
        AddFile("licence unverified", of.Unverified, "unverified");
        AddClaim("claim here", of.Imported, "owner-b", world.Secret("认领说明", "owner-b", "reviewer"));
        AddClaim("claim elsewhere", of.ImportedElsewhere, "owner-b", world.Secret("异地认领", "owner-b", "reviewer-elsewhere"));
        AddClaim("claim refused", of.Imported, "owner-b", "", c => c.Decide(granted: false, world.Secret("认领被拒", "owner-b", "reviewer"), world.Now));
        AddClaim("claim by reviewer", of.Imported, "reviewer", world.Secret("自己认领", "reviewer"));
        WorldWriting.AddTo(world, of);
        WorldChoices.AddTo(world, of);
        var word = new CodeListEntry("words", world.Named("布署"), "部署", "部署", "错别字", "Wrong character");
        world.Add(word);
        world.Name("word", word.Code);
        world.Name("revision of word", $"{word.Revision}");
        world.Name("new word", world.Named("座落"));
        WorldThesaurus.AddTo(world);
        WorldUploads.AddTo(world, of);
        WorldQuestions.AddTo(world, released);
        WorldNotifications.AddTo(world, released);
        WorldPairings.AddTo(world, of);
        WorldCredit.AddTo(world, of);
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
            var contact = new OrganisationContact(organisation.Id, world.Named($"严守 {name}"), $"0000-{world.Number()}77777", $"m{world.Number()}@example.cn");
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
}
