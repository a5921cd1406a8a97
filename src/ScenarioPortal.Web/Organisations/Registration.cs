using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Organisations;

/// <summary>What somebody who registers a company wants: to register it, to take over one that came in with a list, or to be let in by those who have it.</summary>
internal enum Wish
{
    Register,
    Claim,
    Ask
}

/// <summary>A company as it was filled in, checked.</summary>
internal sealed record Registration
{
    public required Wish Wish { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string RegionCode { get; init; }

    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    public required bool ContactIsShown { get; init; }
}

/// <summary>A registration whose mail address is not proven yet: its visitor keeps it, sealed, and the portal keeps nothing of it.</summary>
internal sealed record PendingRegistration
{
    public required Registration Company { get; init; }

    public required string Email { get; init; }

    public required string PasswordHash { get; init; }

    public required Guid ProofId { get; init; }

    public required DateTimeOffset Until { get; init; }
}

/// <summary>What the portal knows of a credit code already.</summary>
internal sealed record KnownOrganisation(Guid Id, string Name, bool HasMembers);
