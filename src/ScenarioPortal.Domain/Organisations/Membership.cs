namespace ScenarioPortal.Domain.Organisations;

/// <summary>An account that belongs to an organisation.</summary>
public sealed class Membership(Guid organisationId, Guid accountId, MemberRole role, DateTimeOffset since)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; private init; } = organisationId;

    public Guid AccountId { get; private init; } = accountId;

    public MemberRole Role { get; private set; } = role;

    public DateTimeOffset Since { get; private init; } = since;

    public int Revision { get; private set; } = 1;

    /// <param name="role">The new role.</param>
    /// <param name="otherOwners">How many other owners the organisation has.</param>
    public void Become(MemberRole role, int otherOwners)
    {
        RequireAnOwnerRemains(role, otherOwners);
        Role = role;
        Revision++;
    }

    /// <summary>Before the membership is removed.</summary>
    public void Leave(int otherOwners) => RequireAnOwnerRemains(MemberRole.Reader, otherOwners);

    private void RequireAnOwnerRemains(MemberRole next, int otherOwners) => Rule.Require(
        Role is not MemberRole.Owner || next is MemberRole.Owner || otherOwners > 0,
        "您是最后一位负责人。请先把负责人移交给另一位成员。");
}
