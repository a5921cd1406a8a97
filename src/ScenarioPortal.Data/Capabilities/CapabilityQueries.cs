using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Capabilities;

public static class CapabilityQueries
{
    extension(IQueryable<Capability> capabilities)
    {
        /// <summary>What everyone may see.</summary>
        public IQueryable<Capability> Public() => capabilities.Where(c => c.Status == CapabilityStatus.Published);

        /// <summary>Those that the person may answer for.</summary>
        public IQueryable<Capability> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? capabilities : capabilities.Where(c => ids.Contains(c.OrganisationId!.Value));
        }

        /// <summary>Those whose organisation was asked whether they are current, and has not answered.</summary>
        public IQueryable<Capability> ToConfirm() => capabilities.Where(c => c.Status == CapabilityStatus.Published && c.ConfirmationAskedAt != null);

        /// <summary>What is public, what belongs to the person's own organisations, and what is handed in, returned or suspended in the regions that they review.</summary>
        public IQueryable<Capability> VisibleTo(Person person, IQueryable<Organisation> organisations)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? capabilities : capabilities.Public();
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return capabilities.Where(c => c.Status == CapabilityStatus.Published
                || own.Contains(c.OrganisationId!.Value)
                || ((c.Status == CapabilityStatus.Submitted || c.Status == CapabilityStatus.Returned || c.Status == CapabilityStatus.Suspended)
                    && reviewed.Any(p => EF.Functions.Like(c.RegionCode ?? organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.RegionCode).FirstOrDefault() ?? "", p))));
        }
    }
}
