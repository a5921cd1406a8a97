using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Accounts;

/// <summary>What an invited person gets: a seat in an organisation, or a role.</summary>
public sealed record Invitation
{
    public Guid? OrganisationId { get; init; }

    public MemberRole? MemberRole { get; init; }

    public StaffRole? StaffRole { get; init; }

    public string? RegionCode { get; init; }
}
