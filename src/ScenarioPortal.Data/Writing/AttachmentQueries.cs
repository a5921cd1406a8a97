using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Data.Writing;

public static class AttachmentQueries
{
    extension(IQueryable<Attachment> attachments)
    {
        /// <summary>Those of a working copy, in the order in which they were added.</summary>
        public IOrderedQueryable<Attachment> OfCopy(Guid copy) => attachments.Where(a => a.CopyId == copy).OrderBy(a => a.AddedAt).ThenBy(a => a.Id);

        /// <summary>Those that were handed in with an item, in the order in which they were added.</summary>
        public IOrderedQueryable<Attachment> OfItem(Guid subject) => attachments.Where(a => a.SubjectId == subject).OrderBy(a => a.AddedAt).ThenBy(a => a.Id);

        /// <summary>Those of the person's own organisations, and those that were handed in with an item that the person may see.</summary>
        public IQueryable<Attachment> VisibleTo(Person person, PortalDbContext db)
        {
            var own = person.IsComplete ? person.Reads.ToArray() : [];
            var needs = db.Opportunities.VisibleTo(person, db.Scenarios);
            var offers = db.Capabilities.VisibleTo(person, db.Organisations);
            return person.LeavesItToTheDatabase ? attachments : attachments.Where(a =>
                own.Contains(a.OrganisationId) || needs.Any(o => o.Id == a.SubjectId) || offers.Any(c => c.Id == a.SubjectId));
        }
    }
}
