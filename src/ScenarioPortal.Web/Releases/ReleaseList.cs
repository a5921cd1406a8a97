using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Releases;

/// <summary>Releases items as numbered batches: items, numbers, freezing and trail in one transaction a batch.</summary>
internal sealed class ReleaseList(IDbContextFactory<PortalDbContext> databases, CodeBooks codeBooks, BatchNumbers numbers, IOptions<PublicationRules> rules, TimeProvider time)
{
    /// <summary>Only one release of a kind gets its batch number at a time, on whatever node.</summary>
    private const int NumberingLock = 20260101;

    /// <param name="kind">Which list.</param>
    /// <param name="ids">The items, in the order in which they get their numbers; those already released are left as they are.</param>
    /// <param name="actor">Who releases, for the trail.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public async IAsyncEnumerable<ListRelease> RunAsync(
        ListKind kind, IReadOnlyList<Guid> ids, string actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(ListRelease.Capacity))
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await ReleaseAsync(db, kind, some, null, fromDrafts: true, actor, cancellation) is { } release)
            {
                yield return release;
            }
        }
    }

    /// <summary>Releases items that were approved as one batch, on behalf of whoever this context is opened for.</summary>
    /// <param name="db">Sees and changes no more than that person may.</param>
    /// <param name="kind">Which list.</param>
    /// <param name="ids">At most <see cref="ListRelease.Capacity"/> items, in the order in which they get their numbers; what is not approved, or released since, is left out.</param>
    /// <param name="actor">Who releases, for the trail.</param>
    /// <param name="cancellation">Stops it before it is done; then nothing was released.</param>
    /// <returns>The batch, or null when nothing was left to release.</returns>
    public Task<ListRelease?> RunApprovedAsync(PortalDbContext db, ListKind kind, Guid[] ids, string actor, CancellationToken cancellation) =>
        ReleaseAsync(db, kind, ids, null, fromDrafts: false, actor, cancellation);

    /// <summary>Releases what was planned, as <see cref="RunApprovedAsync"/> does; the plan becomes the batch in the same transaction.</summary>
    public Task<ListRelease?> RunPlanAsync(PortalDbContext db, BatchPlan plan, string actor, CancellationToken cancellation) =>
        ReleaseAsync(db, plan.Kind, [.. plan.Picked], plan, fromDrafts: false, actor, cancellation);

    /// <summary>The batch that a plan would become now, with the numbers it would get. Nothing of it is kept.</summary>
    public async Task<ListRelease> DraftAsync(BatchPlan plan, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var draft = await NextAsync(db, plan.Kind, now.InShanghai().Year, plan.CoverNote, cancellation);
        await AddAsync(db, draft, [.. plan.Picked], fromDrafts: false, now, cancellation);
        return draft;
    }

    public static string NameOf(ListKind kind) => kind switch { ListKind.Opportunities => "场景机会清单", ListKind.Capabilities => "场景能力清单", _ => "场景示范案例" };

    private async Task<ListRelease?> ReleaseAsync(PortalDbContext db, ListKind kind, Guid[] ids, BatchPlan? plan, bool fromDrafts, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NumberingLock})", cancellation);
        var now = time.GetUtcNow();
        var release = await NextAsync(db, kind, now.InShanghai().Year, plan?.CoverNote, cancellation);
        await AddAsync(db, release, ids, fromDrafts, now, cancellation);
        if (release.Items.Count == 0)
        {
            return null;
        }

        release.Release(now);
        plan?.Become(release);
        db.Add(release);
        var act = new Act { Action = "list.release", SubjectKind = "release", Subject = release.Id, Detail = new { items = release.Items.Count, hash = release.ContentHash } };
        db.Add(act.By(actor, now));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return release;
    }

    private async Task<ListRelease> NextAsync(PortalDbContext db, ListKind kind, int year, string? coverNote, CancellationToken cancellation)
    {
        var last = await db.ListReleases.Where(r => r.Kind == kind && r.Year == year).MaxAsync(r => (int?)r.Batch, cancellation) ?? 0;
        return new ListRelease(kind, year, last + 1, string.Create(CultureInfo.InvariantCulture, $"{year}年第{Ordinal(last + 1)}批{NameOf(kind)}"), numbers.Pattern, coverNote);
    }

    private Task AddAsync(PortalDbContext db, ListRelease release, Guid[] ids, bool fromDrafts, DateTimeOffset now, CancellationToken cancellation) => release.Kind switch
    {
        ListKind.Opportunities => AddOpportunitiesAsync(db, release, ids, fromDrafts, now, cancellation),
        ListKind.Capabilities => AddCapabilitiesAsync(db, release, ids, fromDrafts, now, cancellation),
        _ => AddShowcasesAsync(db, release, ids, now, cancellation)
    };

    private async Task AddOpportunitiesAsync(PortalDbContext db, ListRelease release, Guid[] ids, bool fromDrafts, DateTimeOffset now, CancellationToken cancellation)
    {
        var status = fromDrafts ? OpportunityStatus.Draft : OpportunityStatus.Approved;
        var drafts = await (
            from opportunity in db.Opportunities
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            join organisation in db.Organisations on opportunity.PublisherId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where ids.Contains(opportunity.Id) && opportunity.Status == status
            select new { Opportunity = opportunity, scenario.RegionCode, Publisher = organisation.Name }).ToDictionaryAsync(d => d.Opportunity.Id, cancellation);
        var files = await FilesAsync(db, ids, cancellation);
        foreach (var draft in ids.Where(drafts.ContainsKey).Select(id => drafts[id]))
        {
            var opportunity = draft.Opportunity;
            if (fromDrafts)
            {
                opportunity.Submit(now);
                opportunity.Approve(now);
            }
            else
            {
                opportunity.StayOpenUntil(now.DayInShanghai().AddDays(rules.Value.OpenDays), now);
            }

            opportunity.Release(release.Add(opportunity.Id, new FrozenItem
            {
                Title = opportunity.Title,
                Summary = opportunity.Description,
                Organisation = draft.Publisher ?? "",
                Field = codeBooks.Current.Field(opportunity.FieldCode)?.Name ?? opportunity.FieldText,
                Region = RegionName(draft.RegionCode),
                Budget = opportunity.BudgetNote ?? BudgetText(opportunity.Budget),
                Deadline = opportunity.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? opportunity.DeadlineNote,
                Files = files.GetValueOrDefault(opportunity.Id)
            }), now);
        }
    }

    private async Task AddCapabilitiesAsync(PortalDbContext db, ListRelease release, Guid[] ids, bool fromDrafts, DateTimeOffset now, CancellationToken cancellation)
    {
        var status = fromDrafts ? CapabilityStatus.Draft : CapabilityStatus.Published;
        var drafts = await (
            from capability in db.Capabilities
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where ids.Contains(capability.Id) && capability.Status == status && capability.Number == null
            select new { Capability = capability, Organisation = organisation.Name }).ToDictionaryAsync(d => d.Capability.Id, cancellation);
        var files = await FilesAsync(db, ids, cancellation);
        foreach (var draft in ids.Where(drafts.ContainsKey).Select(id => drafts[id]))
        {
            var capability = draft.Capability;
            var number = release.Add(capability.Id, new FrozenItem
            {
                Title = capability.Title,
                Summary = capability.Description,
                Organisation = draft.Organisation ?? "",
                Field = codeBooks.Current.Field(capability.FieldCode)?.Name ?? capability.FieldText,
                Region = RegionName(capability.RegionCode),
                Trl = capability.Trl is { } trl ? string.Create(CultureInfo.InvariantCulture, $"TRL {trl}") : null,
                Certificates = CertificateText.InWords(capability.Certificates),
                Files = files.GetValueOrDefault(capability.Id)
            });
            if (fromDrafts)
            {
                capability.Submit(now);
                capability.Publish(number, now);
            }
            else
            {
                capability.Enlist(number, now);
            }
        }
    }

    private async Task AddShowcasesAsync(PortalDbContext db, ListRelease release, Guid[] ids, DateTimeOffset now, CancellationToken cancellation)
    {
        var approved = await db.Showcases.Where(s => ids.Contains(s.Id) && s.State == ShowcaseState.Approved).ToDictionaryAsync(s => s.Id, cancellation);
        foreach (var showcase in ids.Where(approved.ContainsKey).Select(id => approved[id]))
        {
            showcase.Release(release.Add(showcase.Id, new FrozenItem
            {
                Title = showcase.Title,
                Summary = showcase.Content.Solution,
                Organisation = showcase.Proof.Publisher,
                Partner = showcase.Proof.Company,
                Field = codeBooks.Current.Field(showcase.FieldCode)?.Name,
                Region = RegionName(showcase.RegionCode),
                Results = ShowcaseResults.InWords(showcase)
            }), now);
        }
    }

    private static async Task<Dictionary<Guid, IReadOnlyList<FrozenFile>>> FilesAsync(PortalDbContext db, Guid[] ids, CancellationToken cancellation)
    {
        var attached = await db.Attachments.Where(a => a.SubjectId != null && ids.Contains(a.SubjectId.Value)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id)
            .Select(a => new { Subject = a.SubjectId!.Value, File = new FrozenFile(a.Name, a.Hash) }).ToListAsync(cancellation);
        return attached.GroupBy(a => a.Subject, a => a.File).ToDictionary(g => g.Key, IReadOnlyList<FrozenFile> (g) => [.. g]);
    }

    private string? RegionName(string? code) => code is null ? null : codeBooks.Current.RegionName(code);

    private static string? BudgetText(Budget? budget) => budget switch
    {
        null => null,
        { Minimum: { } minimum, Maximum: { } maximum } when minimum == maximum => string.Create(CultureInfo.InvariantCulture, $"{maximum:0.####} 万元"),
        { Minimum: { } minimum, Maximum: { } maximum } => string.Create(CultureInfo.InvariantCulture, $"{minimum:0.####}–{maximum:0.####} 万元"),
        { Maximum: { } maximum } => string.Create(CultureInfo.InvariantCulture, $"{maximum:0.####} 万元以内"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{budget.Minimum:0.####} 万元以上")
    };

    private static string Ordinal(int number)
    {
        const string Digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => Digits[number].ToString(),
            < 20 => $"十{(number == 10 ? "" : Digits[number % 10])}",
            < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
            _ => number.ToString(CultureInfo.InvariantCulture)
        };
    }
}
