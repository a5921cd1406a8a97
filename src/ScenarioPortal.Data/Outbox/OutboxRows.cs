using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Data.Outbox;

internal static class OutboxRows
{
    /// <summary>
    /// Adds one row for each opportunity and capability that is about to be written and is, or was until now, public: nobody
    /// follows a draft.
    /// </summary>
    public static void AddFor(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        List<OutboxMessage> messages =
        [
            .. from entry in Written<Opportunity>(db)
               where IsOrWas(entry, nameof(Opportunity.Status), OpportunityStatus.Released, OpportunityStatus.Closed)
               select new OutboxMessage(OutboxKind.OpportunityChanged, entry.Entity.Id),
            .. from entry in Written<Capability>(db)
               where IsOrWas(entry, nameof(Capability.Status), CapabilityStatus.Published)
               select new OutboxMessage(OutboxKind.CapabilityChanged, entry.Entity.Id)
        ];
        db.AddRange(messages);
    }

    private static IEnumerable<EntityEntry<T>> Written<T>(DbContext db)
        where T : class => db.ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Added or EntityState.Modified);

    private static bool IsOrWas<T>(EntityEntry entry, string property, params ReadOnlySpan<T> values)
        where T : struct, Enum
    {
        var status = entry.Property(property);
        return values.Contains((T)status.CurrentValue!) || values.Contains((T)status.OriginalValue!);
    }
}
