using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Everyone who asks, in the order of the matrix.</summary>
internal static class WorldPeople
{
    public static readonly string[] OfCompanyA = ["owner-a", "editor-a", "reader-a", "operator"];

    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        world.Visitor();
        world.Grant(world.Person("half", new SignedInAs { IsHalf = true, HasApp = true }), StaffRole.Reviewer, "110000");
        world.Grant(world.Person("half-new", new SignedInAs { IsHalf = true, IsOfferedApp = true }), StaffRole.Reviewer, "110000");
        var owner = world.Person("owner-a", new SignedInAs { HasApp = true, HasPasskey = true }, (of.CompanyA, MemberRole.Owner));
        world.Person("editor-a", new SignedInAs { IsOfferedApp = true }, (of.CompanyA, MemberRole.Editor));
        world.Person("reader-a", new SignedInAs { ProvedBefore = TimeSpan.FromMinutes(6) }, (of.CompanyA, MemberRole.Reader));
        world.Person("owner-b", new SignedInAs { HasPasskey = true }, (of.CompanyB, MemberRole.Owner));
        world.Person("unverified", default, (of.Unverified, MemberRole.Owner), (of.Returned, MemberRole.Editor));
        world.Person("unit-a", default, (of.UnitA, MemberRole.Owner));
        world.Person("unit-b", default, (of.UnitB, MemberRole.Owner));
        world.Person("operator", default, (of.Operator, MemberRole.Editor));
        world.Grant(world.Person("reviewer"), StaffRole.Reviewer, "110000");
        world.Grant(world.Person("reviewer-elsewhere"), StaffRole.Reviewer, "310000");
        world.Grant(world.Person("expert"), StaffRole.Expert);
        world.Grant(world.Person("system", new SignedInAs { HasApp = true }), StaffRole.SystemAdministrator);
        world.Grant(world.Person("security"), StaffRole.SecurityAdministrator);
        world.Grant(world.Person("audit"), StaffRole.AuditAdministrator);
        world.Person("disabled", new SignedInAs { IsDisabled = true }, (of.CompanyA, MemberRole.Owner));

        // Whom nobody in the matrix is: the last owners of others, and a second security administrator.
        world.Person("other", default, (of.Returned, MemberRole.Owner), (of.Suspended, MemberRole.Owner), (of.Elsewhere, MemberRole.Owner), (of.Operator, MemberRole.Owner));
        world.Grant(world.Person("second"), StaffRole.SecurityAdministrator);
        var elsewhere = world.Session(owner.Account!.Id, SecretKey.Hash(SecretKey.New()), Factors.Password, address: $"2001:db8::{world.Number()}");
        world.Name("address of owner-a", elsewhere.Address!);
        world.Hide(elsewhere.Address!, "owner-a");
        world.Add("session of owner-a", elsewhere, elsewhere.Id);
    }
}
