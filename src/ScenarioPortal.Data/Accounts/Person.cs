using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Accounts;

/// <summary>Who asks, and what they may see and do: a visitor, or an account with its seats and posts as they are now.</summary>
public sealed record Person
{
    public static Person Visitor { get; } = new();

    public Guid? AccountId { get; init; }

    public Guid? SessionId { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public Factors Factors { get; init; }

    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>False while a second factor is still to be given or set up: then nothing but that is open.</summary>
    public bool IsComplete { get; init; }

    public bool HasTimeCode { get; init; }

    public bool HasPasskey { get; init; }

    /// <summary>The version of the privacy notice that this person agreed to last, and still does; null is none.</summary>
    public string? AgreedVersion { get; init; }

    /// <summary>Notifications that were not read yet, counted to a hundred.</summary>
    public int Unread { get; init; }

    public IReadOnlyList<Seat> Seats { get; init; } = [];

    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Switches the first wall off: queries then leave it to the database alone. Only tests do.</summary>
    public bool LeavesItToTheDatabase { get; init; }

    public bool IsVisitor => AccountId is null;

    public IEnumerable<Guid> Reads => Seats.Select(s => s.OrganisationId);

    public IEnumerable<Guid> Edits => Seats.Where(s => s.Role >= MemberRole.Editor).Select(s => s.OrganisationId);

    /// <summary>Organisations whose members and mandates this person decides on: never through an operator.</summary>
    public IEnumerable<Guid> Owns => Seats.Where(s => s is { Role: MemberRole.Owner, ThroughOperatorId: null }).Select(s => s.OrganisationId);

    /// <summary>What the codes of the regions that this person reviews begin with.</summary>
    public IEnumerable<string> ReviewedPrefixes => Posts.Where(p => p.Role is StaffRole.Reviewer).Select(p => Region.PrefixOf(p.RegionCode!));

    public bool Is(StaffRole role) => Posts.Any(p => p.Role == role);

    public bool MayRead(Guid organisationId) => Seats.Any(s => s.OrganisationId == organisationId);

    public bool MayEdit(Guid organisationId) => Edits.Contains(organisationId);

    public bool IsOwnerOf(Guid organisationId) => Owns.Contains(organisationId);

    public bool Reviews(string? regionCode) => regionCode is not null && ReviewedPrefixes.Any(p => regionCode.StartsWith(p, StringComparison.Ordinal));
}

/// <summary>A place in an organisation: of one's own, or through an operator that the organisation lets act for it.</summary>
public sealed record Seat
{
    public required Guid OrganisationId { get; init; }

    public required string Organisation { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required OrganisationStatus Status { get; init; }

    public required MemberRole Role { get; init; }

    public Guid? ThroughOperatorId { get; init; }
}

/// <summary>A role that was given to an account, for a region where it has one.</summary>
public sealed record Post(StaffRole Role, string? RegionCode);
