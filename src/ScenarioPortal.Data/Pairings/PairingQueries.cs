using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

public static class PairingQueries
{
    private static readonly PairingState[] Exits = [.. Enum.GetValues<PairingState>().Where(s => s.IsExit)];

    extension(IQueryable<Pairing> pairings)
    {
        /// <summary>What everyone may see that it is there.</summary>
        public IQueryable<Pairing> Public() => pairings.Where(p => p.Shown != PublicView.Hidden);

        /// <summary>In which an organisation of the person takes part and knows with whom.</summary>
        public IQueryable<Pairing> Of(Person person)
        {
            var own = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? pairings : pairings.Where(p => (!p.IsVeiled && own.Contains(p.PublisherId)) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value));
        }

        /// <summary>What is shown, what the person's own organisations take part in, and what is in the regions that they review.</summary>
        public IQueryable<Pairing> VisibleTo(Person person)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? pairings : pairings.Public();
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return pairings.Where(p => p.Shown != PublicView.Hidden || (!p.IsVeiled && own.Contains(p.PublisherId)) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value)
                || (p.RegionCode != null && reviewed.Any(r => EF.Functions.Like(p.RegionCode, r))));
        }

        /// <summary>What the person looks after: what is in the regions that they review, and what their organisations take part in.</summary>
        public IQueryable<Pairing> OverseenBy(Person person)
        {
            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return person.LeavesItToTheDatabase ? pairings : pairings.Where(p => (!p.IsVeiled && own.Contains(p.PublisherId)) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value)
                || (p.RegionCode != null && reviewed.Any(r => EF.Functions.Like(p.RegionCode, r))));
        }

        /// <summary>Those in which the person may act for a side.</summary>
        public IQueryable<Pairing> EditableBy(Person person)
        {
            var own = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? pairings : pairings.Where(p => (!p.IsVeiled && own.Contains(p.PublisherId)) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value));
        }

        /// <summary>Those that have not ended on the way.</summary>
        public IQueryable<Pairing> Alive() => pairings.Where(p => !Exits.Contains(p.State));
    }
}
