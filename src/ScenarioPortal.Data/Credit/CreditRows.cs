using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Credit;

internal static class CreditRows
{
    /// <summary>Adds what the events that are about to be written bring the two who meet: whoever writes an event writes its credit in the same transaction, and cannot forget it.</summary>
    public static void AddFor(DbContext db)
    {
        var added = db.ChangeTracker.Entries<PairingEvent>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        if (added.Count == 0)
        {
            return;
        }

        // Saving may be tried again after it failed.
        var written = db.ChangeTracker.Entries<CreditEntry>().Select(e => (e.Entity.PairingId, e.Entity.EventNumber)).ToHashSet();
        var entries = db.ChangeTracker.Entries<Pairing>().Select(p => p.Entity).Where(p => p.Events.Any(added.Contains))
            .SelectMany(p => CreditLedger.Of(p).Where(e => added.Contains(p.Events[e.EventNumber - 1]) && !written.Contains((p.Id, e.EventNumber)))).ToList();
        db.AddRange(entries);
    }
}
