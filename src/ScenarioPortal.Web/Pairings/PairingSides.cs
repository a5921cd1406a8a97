using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Pairings;

/// <summary>For which sides of a pairing somebody may act, and who stands on a side.</summary>
internal static class PairingSides
{
    extension(Pairing pairing)
    {
        public Guid? OrganisationOf(PairingSide side) => side switch
        {
            PairingSide.Publisher => pairing.PublisherId,
            PairingSide.Company => pairing.CompanyId,
            PairingSide.Operator => pairing.OperatorId,
            _ => null
        };

        /// <summary>Those that the person may act for, the two that meet first.</summary>
        public IReadOnlyList<PairingSide> SidesOf(Person person) =>
            [.. Enum.GetValues<PairingSide>().Where(side => pairing.OrganisationOf(side) is { } organisation && (person.MayEdit(organisation) || person.LeavesItToTheDatabase))];

        /// <summary>Whether the person reads what was written: takes part, or reviews where the need is.</summary>
        public bool IsReadBy(Person person) => person.LeavesItToTheDatabase
            || (person.IsComplete && (person.MayRead(pairing.PublisherId) || person.MayRead(pairing.CompanyId)
                || (pairing.OperatorId is { } op && person.MayRead(op)) || person.Reviews(pairing.RegionCode)));
    }

    /// <summary>The side from which this person may begin a pairing of these two; null when from none.</summary>
    public static PairingSide? Beginner(Person person, Guid? publisher, Guid? company) =>
        company is { } offers && person.MayEdit(offers) ? PairingSide.Company
        : publisher is { } needs && person.MayEdit(needs) ? PairingSide.Publisher
        : OperatorOf(person) is not null ? PairingSide.Operator
        : null;

    /// <summary>The operator for which this person works.</summary>
    public static Guid? OperatorOf(Person person) =>
        person.Seats.FirstOrDefault(s => s is { Kind: OrganisationKind.Operator, Role: >= MemberRole.Editor, ThroughOperatorId: null })?.OrganisationId;
}
