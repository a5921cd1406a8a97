using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Writing;

/// <summary>Begins a working copy: empty, or with what an item says.</summary>
internal sealed class BeginWriting(PortalDbContext db, CodeBooks codeBooks, AuditTrail audit, TimeProvider time)
{
    /// <summary>What an item of an organisation says for which this person writes.</summary>
    public async Task<Item?> FindAsync(Guid id, Person person, CancellationToken cancellation)
    {
        var edits = person.Edits.ToArray();
        if (await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id && edits.Contains(o.PublisherId!.Value), cancellation) is { } opportunity)
        {
            var scenario = await db.Scenarios.SingleAsync(s => s.Id == opportunity.ScenarioId, cancellation);
            return new Item(ListKind.Opportunities, opportunity.PublisherId!.Value, opportunity.Status is OpportunityStatus.Draft, WritingTexts.Of(opportunity, scenario, codeBooks.Current));
        }

        return await db.Capabilities.SingleOrDefaultAsync(c => c.Id == id && edits.Contains(c.OrganisationId!.Value), cancellation) is { } capability
            ? new Item(ListKind.Capabilities, capability.OrganisationId!.Value, capability.Status is CapabilityStatus.Draft, WritingTexts.Of(capability, codeBooks.Current))
            : null;
    }

    /// <summary>The copy that has been saved.</summary>
    public async Task<Guid> RunAsync(
        ListKind kind, Guid organisation, Person person, IReadOnlyDictionary<string, string>? texts, CancellationToken cancellation, Guid? subject = null)
    {
        var copy = new WorkingCopy(kind, organisation, person.AccountId!.Value, time.GetUtcNow(), texts, subject);
        db.Add(copy);
        audit.Note(db, new Act { Action = "writing.begin", Organisation = organisation, SubjectKind = kind.ToString(), Subject = copy.Id, Detail = subject is null ? null : new { item = subject } });
        await db.SaveChangesAsync(cancellation);
        return copy.Id;
    }

    internal sealed record Item(ListKind Kind, Guid Organisation, bool IsDraft, IReadOnlyDictionary<string, string> Texts);
}
