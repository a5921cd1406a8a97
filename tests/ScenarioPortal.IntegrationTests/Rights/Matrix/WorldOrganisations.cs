using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>The organisations of a world.</summary>
internal sealed record WorldOrganisations
{
    public required Organisation CompanyA { get; init; }

    public required Organisation CompanyB { get; init; }

    /// <summary>Handed in and not verified yet.</summary>
    public required Organisation Unverified { get; init; }

    /// <summary>The same in a region that another reviewer looks after.</summary>
    public required Organisation Elsewhere { get; init; }

    public required Organisation Returned { get; init; }

    public required Organisation Suspended { get; init; }

    /// <summary>Came in with a list; nobody has an account there.</summary>
    public required Organisation Imported { get; init; }

    public required Organisation ImportedElsewhere { get; init; }

    public required Organisation UnitA { get; init; }

    public required Organisation UnitB { get; init; }

    /// <summary>Made, and its first owner invited.</summary>
    public required Organisation UnitInvited { get; init; }

    public required Organisation Operator { get; init; }

    public static WorldOrganisations AddTo(WorldBuilder world)
    {
        world.Name("remark", world.Secret("退回原因", "unverified", "reviewer"));
        return new WorldOrganisations
        {
            CompanyA = Made("company A", OrganisationKind.Company, "110101", true),
            CompanyB = Made("company B", OrganisationKind.Company, "110101", true),
            Unverified = Made("company unverified", OrganisationKind.Company, "110105", false),
            Elsewhere = Made("company elsewhere", OrganisationKind.Company, "310101", false),
            Returned = Made("company returned", OrganisationKind.Company, "110101", false, o => o.Return([new FieldRemark { Text = world.World.Identities["remark"] }])),
            Suspended = Made("company suspended", OrganisationKind.Company, "110101", true, o => o.Suspend()),
            Imported = Made("company imported", OrganisationKind.Company, "110101", null),
            ImportedElsewhere = Made("company imported elsewhere", OrganisationKind.Company, "310101", null),
            UnitA = Made("unit A", OrganisationKind.Government, "110101", true),
            UnitB = Made("unit B", OrganisationKind.Government, "110101", true),
            UnitInvited = Made("unit invited", OrganisationKind.Government, "110101", true),
            Operator = Made("operator", OrganisationKind.Operator, "110101", true)
        };

        Organisation Made(string name, OrganisationKind kind, string region, bool? verified, Action<Organisation>? next = null)
        {
            var organisation = new Organisation(world.Named(name), kind);
            organisation.Identify(CreditCodes.Next());
            organisation.Complete(new OrganisationDetails { RegionCode = region, Profile = "简介", Certificates = [new() { Name = "ISO9001 质量管理体系认证", Issuer = "示范认证中心", Number = "Q-7" }] });
            if (verified is not null)
            {
                organisation.Submit(world.Now);
            }

            if (verified is true)
            {
                organisation.Verify();
            }

            next?.Invoke(organisation);
            world.World.Organisations.Add(organisation.Id);
            world.Name($"name of {name}", organisation.Name);
            world.Name($"code of {name}", organisation.CreditCode!.Value);
            return world.Add(name, organisation, organisation.Id);
        }
    }
}
