using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.CodeLists;

/// <summary>Writes pairs of the thesaurus many at a time.</summary>
public static class ThesaurusStore
{
    /// <summary>
    /// Adds the pairs whose two words are no pair yet, in one statement; says how many. What is there stays as it is, whatever became of it.
    /// </summary>
    public static Task<int> AddUnknownAsync(PortalDbContext db, IReadOnlyCollection<ThesaurusEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Select(e => e.Id).ToArray();
        var relations = entries.Select(e => $"{e.Relation}").ToArray();
        var words = entries.Select(e => e.Word).ToArray();
        var others = entries.Select(e => e.LeadsTo).ToArray();
        var fields = entries.Select(e => e.FieldCode).ToArray();
        var states = entries.Select(e => $"{e.State}").ToArray();
        var origins = entries.Select(e => $"{e.Origin}").ToArray();
        var evidence = entries.Select(e => e.Evidence).ToArray();
        var times = entries.Select(e => e.ChangedAt).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO thesaurus_entries (id, relation, word, leads_to, field_code, state, origin, evidence, changed_at, revision)
            SELECT e.*, 1 FROM unnest({ids}, {relations}, {words}, {others}, {fields}, {states}, {origins}, {evidence}, {times})
                AS e (id, relation, word, leads_to, field_code, state, origin, evidence, changed_at)
            ON CONFLICT DO NOTHING
            """, cancellation);
    }
}
