using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

public static class PairingFileQueries
{
    extension(IQueryable<PairingFile> files)
    {
        public IQueryable<PairingFile> VisibleTo(Person person, PortalDbContext db)
        {
            var (talked, told) = (db.Pairings.TalkedIn(person), db.Pairings.ToldTo(person));
            return person.LeavesItToTheDatabase ? files
                : files.Where(f => (f.MessageId != null && talked.Any(p => p.Id == f.PairingId)) || (f.EventNumber != null && told.Any(p => p.Id == f.PairingId)));
        }
    }
}
