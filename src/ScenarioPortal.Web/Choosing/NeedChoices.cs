using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Choosing;

/// <summary>What a publisher is offered about a need: comparing those who are interested, and telling the others once one has agreed.</summary>
internal sealed class NeedChoices(PortalDbContext db)
{
    /// <summary>Null when the person does not act for the publisher.</summary>
    public async Task<Offered?> OfAsync(Guid need, Guid publisher, Person person, CancellationToken cancellation)
    {
        if (!person.MayEdit(publisher))
        {
            return null;
        }

        var states = await db.Pairings.AsNoTracking().EditableBy(person).Where(p => p.OpportunityId == need && p.PublisherId == publisher).Select(p => p.State).ToListAsync(cancellation);
        var last = await db.Choices.AsNoTracking().EditableBy(person).Where(c => c.OpportunityId == need).OrderByDescending(c => c.BegunAt).Select(c => new Begun(c.Id, c.State)).FirstOrDefaultAsync(cancellation);
        return new Offered
        {
            Need = need,
            Comparable = states.Count(s => s is PairingState.Interested or PairingState.Engaged),
            Waiting = states.Count(s => s is PairingState.Proposed or PairingState.Interested or PairingState.Invited or PairingState.Engaged),
            HasAgreed = states.Any(s => s >= PairingState.Agreed && !s.IsExit),
            Last = last
        };
    }

    internal sealed record Begun(Guid Id, ChoiceState State);

    internal sealed record Offered
    {
        public required Guid Need { get; init; }

        public required int Comparable { get; init; }

        /// <summary>Nobody has told them yet how it ends.</summary>
        public required int Waiting { get; init; }

        public required bool HasAgreed { get; init; }

        public Begun? Last { get; init; }

        public Begun? UnderWay => Last is { State: not (ChoiceState.Decided or ChoiceState.Abandoned) } ? Last : null;

        public bool MayCompare => UnderWay is null && Comparable >= Choice.FewestCandidates;

        public bool MayTellOthers => UnderWay is null && HasAgreed && Waiting > 0;
    }
}
