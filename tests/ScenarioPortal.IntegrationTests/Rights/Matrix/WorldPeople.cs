using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Everyone who asks, in the order of the matrix.</summary>
internal static class WorldPeople
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        world.Visitor();
        world.Grant(world.Person("half", Factors.Password, totp: "set up"), StaffRole.Reviewer, "110000");
        var owner = world.Person("owner-a", seats: (of.CompanyA, MemberRole.Owner));
        world.Person("editor-a", seats: (of.CompanyA, MemberRole.Editor));
        world.Person("reader-a", seats: (of.CompanyA, MemberRole.Reader));
        world.Person("owner-b", seats: (of.CompanyB, MemberRole.Owner));
        world.Person("unverified", seats: (of.Unverified, MemberRole.Owner));
        world.Person("unit-a", seats: (of.UnitA, MemberRole.Owner));
        world.Person("unit-b", seats: (of.UnitB, MemberRole.Owner));
        var operates = world.Person("operator", seats: (of.Operator, MemberRole.Editor));
        world.World.Actors["operator"] = operates with { Own = [.. operates.Own, of.CompanyA.Id] };
        world.Grant(world.Person("reviewer"), StaffRole.Reviewer, "110000");
        world.Grant(world.Person("reviewer-elsewhere"), StaffRole.Reviewer, "310000");
        world.Grant(world.Person("expert"), StaffRole.Expert);
        world.Grant(world.Person("system"), StaffRole.SystemAdministrator);
        world.Grant(world.Person("security"), StaffRole.SecurityAdministrator);
        world.Grant(world.Person("audit"), StaffRole.AuditAdministrator);
        world.Person("disabled", disabled: true, seats: (of.CompanyA, MemberRole.Owner));

        // The last owners of others, so that nobody in the matrix is one of them by chance.
        world.Person("other", seats: [(of.Returned, MemberRole.Owner), (of.Suspended, MemberRole.Owner), (of.Elsewhere, MemberRole.Owner), (of.Operator, MemberRole.Owner)]);
        var elsewhere = world.Session(owner.Account!.Id, SecretKey.Hash(SecretKey.New()), Factors.Password);
        world.Add("session of owner-a", elsewhere, elsewhere.Id);
    }
}
