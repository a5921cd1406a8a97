using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Domain.Showcases;

/// <summary>我们也要: a government unit that wants what a showcase shows. Everyone reads who it is, not everyone reads its wish.</summary>
public sealed class ShowcaseJoin
{
    public ShowcaseJoin(Showcase showcase, Organisation unit, Wish wish, DateTimeOffset now)
    {
        Rule.Require(showcase.State is ShowcaseState.Released, "只有已经发布的示范案例可以加入。");
        Rule.Require(unit is { Kind: OrganisationKind.Government, Status: OrganisationStatus.Verified }, "只有通过核验的发布单位可以加入。");
        Rule.Require(unit.Id != showcase.PublisherId, "这是本单位自己的案例，不用加入。");
        (ShowcaseId, OrganisationId, Wish, JoinedAt) = (showcase.Id, unit.Id, wish, now);
    }

    private ShowcaseJoin()
    {
    }

    public Guid ShowcaseId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Null for whoever may not read it.</summary>
    public Wish? Wish { get; private init; }
}
