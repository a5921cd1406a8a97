using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Data.Outbox;

internal static class OutboxRows
{
    /// <summary>Adds one row for each opportunity and capability that is about to be written, or whose page an answer, a pairing that everyone sees or a showcase changes; and one when a person changed words or the thesaurus.</summary>
    public static void AddFor(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        List<OutboxMessage> messages =
        [
            .. from entry in db.ChangeTracker.Entries<Opportunity>()
               where entry.State is EntityState.Added or EntityState.Modified
               select new OutboxMessage(OutboxKind.OpportunityChanged, entry.Entity.Id),
            .. from entry in db.ChangeTracker.Entries<Question>()
               where entry.State is EntityState.Modified
               select new OutboxMessage(OutboxKind.OpportunityChanged, entry.Entity.OpportunityId),
            .. from entry in db.ChangeTracker.Entries<Pairing>()
               where entry.State is EntityState.Modified && (entry.Entity.Shown, entry.OriginalValues.GetValue<PublicView>(nameof(Pairing.Shown))) is not (PublicView.Hidden, PublicView.Hidden)
               select new OutboxMessage(OutboxKind.OpportunityChanged, entry.Entity.OpportunityId),
            .. from entry in db.ChangeTracker.Entries<Showcase>()
               where entry is { State: EntityState.Modified, Entity.State: ShowcaseState.Released }
               select new OutboxMessage(OutboxKind.OpportunityChanged, entry.Entity.OpportunityId),
            .. from entry in db.ChangeTracker.Entries<Capability>()
               where entry.State is EntityState.Added or EntityState.Modified
               select new OutboxMessage(OutboxKind.CapabilityChanged, entry.Entity.Id),
            .. (from entry in db.ChangeTracker.Entries()
                where ChangesWords(entry)
                select new OutboxMessage(OutboxKind.WordsChanged, Guid.Empty)).Take(1)
        ];
        db.AddRange(messages);
    }

    private static bool ChangesWords(EntityEntry entry) => entry switch
    {
        { State: EntityState.Added, Entity: CodeListEntry } => true,
        { State: EntityState.Modified, Entity: CodeListEntry { Corrected: true } } => true,
        { State: EntityState.Added, Entity: ThesaurusEntry { State: ThesaurusState.Active } } => true,
        { State: EntityState.Modified, Entity: ThesaurusEntry } => true,
        _ => false
    };
}
