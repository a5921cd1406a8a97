using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

public static class PairingNoteQueries
{
    extension(IQueryable<PairingNote> notes)
    {
        public IQueryable<PairingNote> VisibleTo(Person person)
        {
            var own = person.IsComplete ? person.Reads.ToArray() : [];
            return person.LeavesItToTheDatabase ? notes : notes.Where(n => own.Contains(n.OrganisationId));
        }
    }
}
