using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>Compiling a batch: what was approved and stands on no list yet, picked and released in one step with its numbers.</summary>
internal sealed class ReleasesModel(
    PortalDbContext db, ReleaseList release, CodeBooks codeBooks, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public ListKind Kind { get; set; }

    /// <summary>Shows only what has these words in its name, its organisation or its field.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Batches that are being compiled.</summary>
    public IReadOnlyList<BatchPlan> Plans { get; private set; } = [];

    /// <summary>What was picked.</summary>
    [BindProperty]
    public List<Guid> Picked { get; set; } = [];

    public IReadOnlyList<Ready> Needs { get; private set; } = [];

    public IReadOnlyList<Ready> Offers { get; private set; } = [];

    public IReadOnlyList<Ready> Showcases { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PickedReadyAsync(cancellation) is not { Length: > 0 } ready)
        {
            return NothingPicked();
        }

        if (await release.RunApprovedAsync(db, Kind, ready, AuditTrail.ActorOf(HttpContext.Person.AccountId!.Value), cancellation) is not { } made)
        {
            return NothingPicked();
        }

        this.Flash(L["{0} 已发布，共 {1} 条，编号从 {2} 起。", made.Title, made.Items.Count, made.Items[0].Number]);
        return Redirect(Links.Release(made.Id));
    }

    /// <summary>Goes on with what was picked on a page of its own: order, cover note, preview, hour.</summary>
    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellation)
    {
        if (await PickedReadyAsync(cancellation) is not { Length: > 0 } ready)
        {
            return NothingPicked();
        }

        var person = HttpContext.Person;
        var region = person.Posts.First(p => p.Role is StaffRole.Reviewer).RegionCode!;
        var plan = new BatchPlan(Kind, region, ready, person.AccountId!.Value, time.GetUtcNow());
        db.Add(plan);
        audit.Note(db, new Act { Action = "batch.begin", SubjectKind = "batch", Subject = plan.Id, Detail = new { items = ready.Length } });
        await db.SaveChangesAsync(cancellation);
        return Redirect(Links.ReviewBatch(plan.Id));
    }

    private async Task<Guid[]> PickedReadyAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return [.. (Kind switch { ListKind.Opportunities => Needs, ListKind.Capabilities => Offers, _ => Showcases }).Select(r => r.Id).Where(Picked.Contains)];
    }

    private IActionResult NothingPicked()
    {
        this.Refuse(nameof(Picked), L["请至少选一条。别人刚发布的已经不在下面了。"]);
        return this.Again();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        Plans = await db.BatchPlans.AsNoTracking().VisibleTo(person).Open().OrderBy(p => p.MadeAt).ToListAsync(cancellation);
        var words = Query?.Trim() ?? "";
        var fields = words.Length == 0 ? [] : codeBooks.Current.Fields.Where(f => f.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(f => f.Code).ToArray();
        var patterns = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
        Needs = await (
            from opportunity in db.Opportunities.VisibleTo(person, db.Scenarios)
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            join organisation in db.Organisations on opportunity.PublisherId equals organisation.Id
            where opportunity.Status == OpportunityStatus.Approved && patterns.Any(p => EF.Functions.Like(scenario.RegionCode!, p))
                && (words == "" || opportunity.Title.Contains(words) || organisation.Name.Contains(words) || fields.Contains(opportunity.FieldCode!))
            orderby opportunity.UpdatedAt
            select new Ready(opportunity.Id, opportunity.Title, organisation.Name, opportunity.UpdatedAt)).Take(ListRelease.Capacity).ToListAsync(cancellation);
        Offers = await (
            from capability in db.Capabilities.Public()
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id
            where capability.Number == null && patterns.Any(p => EF.Functions.Like(capability.RegionCode ?? organisation.RegionCode!, p))
                && (words == "" || capability.Title.Contains(words) || organisation.Name.Contains(words) || fields.Contains(capability.FieldCode!))
            orderby capability.PublishedAt
            select new Ready(capability.Id, capability.Title, organisation.Name, capability.UpdatedAt)).Take(ListRelease.Capacity).ToListAsync(cancellation);
        Showcases = await (
            from showcase in db.Showcases.ReviewedBy(person)
            join organisation in db.Organisations on showcase.PublisherId equals organisation.Id
            where showcase.State == ShowcaseState.Approved
                && (words == "" || showcase.Title.Contains(words) || organisation.Name.Contains(words) || fields.Contains(showcase.FieldCode!))
            orderby showcase.UpdatedAt
            select new Ready(showcase.Id, showcase.Title, organisation.Name, showcase.UpdatedAt)).Take(ListRelease.Capacity).ToListAsync(cancellation);
    }

    internal sealed record Ready(Guid Id, string Title, string Organisation, DateTimeOffset Since);
}
