using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Workbooks;

namespace ScenarioPortal.Web.Writing;

/// <summary>Hands in many items at once, each with a working copy and a submission as if somebody had written it.</summary>
internal sealed class HandInRows(AuditTrail audit, TimeProvider time)
{
    /// <summary>Leaves it to the caller to save.</summary>
    public async Task RunAsync(PortalDbContext db, ListKind kind, Organisation own, IReadOnlyList<IntakeItem> items, Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var before = items.Where(i => i.New.Count == 0).Select(i => (Guid?)i.Subject).ToArray();
        var copies = before.Length == 0 ? [] : await db.WorkingCopies.Where(c => before.Contains(c.SubjectId)).ToDictionaryAsync(c => c.SubjectId!.Value, cancellation);
        var copyIds = copies.Values.Select(c => (Guid?)c.Id).ToArray();
        var attachments = (copyIds.Length == 0 ? [] : await db.Attachments.Where(a => copyIds.Contains(a.CopyId)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellation)).ToLookup(a => a.CopyId);
        var numbers = before.Length == 0 ? [] : await db.Submissions.Where(s => before.Contains(s.SubjectId)).GroupBy(s => s.SubjectId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        foreach (var item in items)
        {
            db.AddRange(item.New);
            var texts = item.Texts();
            if (copies.TryGetValue(item.Subject, out var copy))
            {
                copy.Write(copy.Texts.Keys.Except(texts.Keys).ToDictionary(field => field, _ => "").Concat(texts).ToDictionary(), person.AccountId!.Value, now);
            }
            else
            {
                copy = new WorkingCopy(kind, own.Id, person.AccountId!.Value, now, texts);
                db.Add(copy);
            }

            audit.Note(db, HandIn.Submit(db, copy, [.. attachments[copy.Id]], item.Subject, numbers.GetValueOrDefault(item.Subject) + 1, item.RegionCode, person, now), person);
        }
    }
}
