using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

public static class PairingTalkQueries
{
    extension(IQueryable<Pairing> pairings)
    {
        /// <summary>Those of which the person reads what the sides say to one another: a reviewer does not.</summary>
        public IQueryable<Pairing> TalkedIn(Person person) => person.IsComplete || person.LeavesItToTheDatabase ? pairings.Of(person) : pairings.Where(p => false);

        /// <summary>Those of which the person reads what was written at each step.</summary>
        public IQueryable<Pairing> ToldTo(Person person)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? pairings : pairings.Where(p => p.Shown == PublicView.Story);
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return pairings.Where(p => p.Shown == PublicView.Story || (!p.IsVeiled && own.Contains(p.PublisherId)) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value)
                || (p.RegionCode != null && reviewed.Any(r => EF.Functions.Like(p.RegionCode, r))));
        }
    }
}
