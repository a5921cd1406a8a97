using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

public static class PairingMeetingQueries
{
    extension(IQueryable<PairingMeeting> meetings)
    {
        public IQueryable<PairingMeeting> VisibleTo(Person person, PortalDbContext db)
        {
            var talked = db.Pairings.TalkedIn(person);
            return person.LeavesItToTheDatabase ? meetings : meetings.Where(m => talked.Any(p => p.Id == m.PairingId));
        }
    }
}
