namespace ScenarioPortal.Domain.Showcases;

/// <summary>联合需求: one of the units that joined a showcase turns what they want into a need, for itself or for others too.</summary>
public sealed class JointDemand
{
    public const int MaxMembers = 100;

    /// <param name="showcase">What is to be repeated.</param>
    /// <param name="lead">Who writes the need.</param>
    /// <param name="members">Who else wants it; none when the lead asks for itself alone.</param>
    /// <param name="by">Who begins.</param>
    /// <param name="now">When.</param>
    public JointDemand(Showcase showcase, ShowcaseJoin lead, IReadOnlyCollection<ShowcaseJoin> members, Guid by, DateTimeOffset now)
    {
        Rule.Require(showcase.State is ShowcaseState.Released && lead.ShowcaseId == showcase.Id && members.All(m => m.ShowcaseId == showcase.Id && m.OrganisationId != lead.OrganisationId), "请先加入这个示范案例。");
        Rule.Require(members.Count <= MaxMembers, "一条联合需求最多 {0} 个单位。", MaxMembers);
        (ShowcaseId, LeadId, Members, BegunBy, BegunAt) = (showcase.Id, lead.OrganisationId, [.. members.Select(m => m.OrganisationId)], by, now);
    }

    private JointDemand()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ShowcaseId { get; private init; }

    public Guid LeadId { get; private init; }

    /// <summary>The others, without the lead.</summary>
    public IReadOnlyList<Guid> Members { get; private init; } = [];

    public Guid BegunBy { get; private init; }

    public DateTimeOffset BegunAt { get; private init; }

    public bool Holds(Guid organisation) => LeadId == organisation || Members.Contains(organisation);
}
