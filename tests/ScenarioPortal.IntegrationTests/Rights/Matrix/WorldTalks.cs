using System.Security.Cryptography;
using System.Text;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What company A and unit A say and show to one another, when they meet, and what the company keeps for itself.</summary>
internal static class WorldTalks
{
    private static readonly string[] BothSides = [.. WorldPeople.OfCompanyA, "unit-a"];

    public static void AddTo(WorldBuilder world, WorldOrganisations of, Pairing pairing)
    {
        var (unit, company) = (By(PairingSide.Publisher, "unit-a"), By(PairingSide.Company, "owner-a"));
        var message = new PairingMessage(pairing, unit, world.Secret("留言", BothSides), world.Now);
        world.Add("message A", message, message.Id);
        AddFile("file of message A", of.UnitA.Id, unit, facts => PairingFile.Of(message, of.UnitA.Id, facts));
        AddFile("file of step A", of.CompanyA.Id, company, facts => PairingFile.Of(pairing, pairing.Events[0], of.CompanyA.Id, facts));
        var meeting = new PairingMeeting(pairing, company, new MeetingPlan(world.Secret("碰面", BothSides), world.Secret("地点", BothSides), world.Now.AddDays(9), 60), world.Now);
        world.Add("meeting A", meeting, meeting.Id);
        var accepted = new PairingMeeting(pairing, company, new MeetingPlan("看现场", world.Secret("约好的地点", BothSides), world.Now.AddDays(3), 60), world.Now);
        accepted.Become(MeetingState.Accepted, unit, null, world.Now);
        world.Add("meeting accepted A", accepted, accepted.Id);
        var note = new PairingNote(pairing.Id, of.CompanyA.Id);
        note.Write(world.Secret("备忘", WorldPeople.OfCompanyA), company.AccountId!.Value, world.Now);
        world.Add((object)note);

        void AddFile(string name, Guid organisation, Domain.Pairings.Actor by, Func<PairingFileFacts, PairingFile> fileOf)
        {
            var content = Encoding.UTF8.GetBytes($"%PDF-{name}");
            var stored = new StoredFile
            {
                OrganisationId = organisation,
                Purpose = FilePurpose.Pairing,
                Name = "凭据.pdf",
                ContentType = "application/pdf",
                Size = content.Length,
                Content = content,
                UploadedAt = world.Now,
                UploadedBy = by.AccountId!.Value
            };
            var file = fileOf(new PairingFileFacts(stored.Id, stored.Name, stored.ContentType, stored.Size, Convert.ToHexStringLower(SHA256.HashData(content))));
            world.Add((object)stored);
            world.Add(name, file, file.Id);
        }

        Domain.Pairings.Actor By(PairingSide side, string actor) => new(side, world.World.Actors[actor].Account!.Id);
    }
}
