using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Capabilities;

public static class CapabilityQueries
{
    extension(IQueryable<Capability> capabilities)
    {
        /// <summary>What is on the list.</summary>
        public IQueryable<Capability> Public() => capabilities.Where(c => c.Status == CapabilityStatus.Published);

        /// <summary>What everyone may read: what is on the list, and what was withdrawn while it stood in a released batch, whose links do not die.</summary>
        public IQueryable<Capability> Readable() => capabilities.Where(c => c.Status == CapabilityStatus.Published
            || (c.Status == CapabilityStatus.Suspended && c.Number != null && c.WithdrawnAt != null));

        /// <summary>What was published, whether or not it was withdrawn since.</summary>
        public IQueryable<Capability> Approved() => capabilities.Where(c => c.PublishedAt != null);

        /// <summary>Of organisations in which the person has a seat.</summary>
        public IQueryable<Capability> OfferedBy(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? capabilities : capabilities.Where(c => ids.Contains(c.OrganisationId!.Value));
        }

        /// <summary>Those that the person may answer for.</summary>
        public IQueryable<Capability> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? capabilities : capabilities.Where(c => ids.Contains(c.OrganisationId!.Value));
        }

        /// <summary>Those whose organisation was asked whether they are current, and has not answered.</summary>
        public IQueryable<Capability> ToConfirm() => capabilities.Where(c => c.Status == CapabilityStatus.Published && c.ConfirmationAskedAt != null);

        /// <summary>What everyone may read, what belongs to the person's own organisations, and what is handed in, returned or suspended in the regions that they review.</summary>
        public IQueryable<Capability> VisibleTo(Person person, IQueryable<Organisation> organisations)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? capabilities : capabilities.Readable();
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return capabilities.Where(c => c.Status == CapabilityStatus.Published
                || (c.Status == CapabilityStatus.Suspended && c.Number != null && c.WithdrawnAt != null)
                || own.Contains(c.OrganisationId!.Value)
                || ((c.Status == CapabilityStatus.Submitted || c.Status == CapabilityStatus.Returned || c.Status == CapabilityStatus.Suspended)
                    && reviewed.Any(p => EF.Functions.Like(c.RegionCode ?? organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.RegionCode).FirstOrDefault() ?? "", p))));
        }
    }
}
