using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>A batch before it is released: order, cover note, preview for others, and the hour at which it is released by itself.</summary>
internal sealed class BatchModel(
    PortalDbContext db, ReleaseList release, PreviewLinks previews, IValidator<BatchModel.Form> validator, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public BatchPlan Subject { get; private set; } = null!;

    /// <summary>The batch as it would be released now.</summary>
    public ListRelease Draft { get; private set; } = null!;

    public string Preview => previews.For(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.BatchPlans.VisibleTo(HttpContext.Person).Open().SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        Draft = await release.DraftAsync(subject, cancellation);
        await next();
    }

    public IActionResult OnGet()
    {
        var at = Subject.ScheduledAt?.InShanghai();
        Input = new Form { CoverNote = Subject.CoverNote, Day = at is { } day ? DateOnly.FromDateTime(day.DateTime) : null, Hour = at is { } hour ? TimeOnly.FromDateTime(hour.DateTime) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await TakeAsync(cancellation))
        {
            return this.Again();
        }

        await db.SaveChangesAsync(cancellation);
        this.Flash(Subject.ScheduledAt is { } at ? L["已保存，将在 {0} 自动发布。", at.InFull()] : L["已保存。"]);
        return Redirect(Links.ReviewBatch(Id));
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellation)
    {
        if (!await TakeAsync(cancellation))
        {
            return this.Again();
        }

        if (await release.RunPlanAsync(db, Subject, AuditTrail.ActorOf(HttpContext.Person.AccountId!.Value), cancellation) is not { } made)
        {
            this.Refuse("", L["选中的都已经发布或撤回，没有可发布的。"]);
            return this.Again();
        }

        this.Flash(L["{0} 已发布，共 {1} 条，编号从 {2} 起。", made.Title, made.Items.Count, made.Items[0].Number]);
        return Redirect(Links.Release(made.Id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        db.Remove(Subject);
        audit.Note(db, new Act { Action = "batch.discard", SubjectKind = "batch", Subject = Id });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["编发稿已删除，里面的条目都还在等着编入清单。"]);
        return Redirect(Links.ReviewReleases);
    }

    private async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return false;
        }

        var at = Input.Day is { } day ? new DateTimeOffset(day, Input.Hour ?? default, Clock.Zone.GetUtcOffset(day.ToDateTime(default))).ToUniversalTime() : (DateTimeOffset?)null;
        if (at <= time.GetUtcNow())
        {
            this.Refuse("Input.Day", L["定时发布的时间要在现在之后。"]);
            return false;
        }

        var placed = Input.InOrder(Subject.Picked);
        if (placed.Count == 0)
        {
            this.Refuse("", L["请至少留一条。整批不要了，用“删除编发稿”。"]);
            return false;
        }

        db.Entry(Subject).Property(p => p.Revision).OriginalValue = Input.Revision;
        Subject.Write(placed, Input.CoverNote, at, HttpContext.Person.AccountId!.Value, time.GetUtcNow());
        audit.Note(db, new Act { Action = "batch.plan", SubjectKind = "batch", Subject = Id, Detail = new { items = placed.Count, at } });
        return true;
    }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? CoverNote { get; set; }

        public DateOnly? Day { get; set; }

        public TimeOnly? Hour { get; set; }

        /// <summary>The place of each item in the batch; an empty one leaves it out.</summary>
        public Dictionary<Guid, decimal?> Places { get; set; } = [];

        /// <summary>By place, and where two have the same as they stood before; what the form does not mention stays at the end.</summary>
        public IReadOnlyList<Guid> InOrder(IReadOnlyList<Guid> before) =>
            [.. before.Where(id => !Places.TryGetValue(id, out var place) || place is not null).OrderBy(id => Places.GetValueOrDefault(id) ?? decimal.MaxValue)];
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.CoverNote).MaximumLength(ListRelease.NoteMaxLength).WithMessage("编发说明不超过 {0} 字。").WithState(_ => new object[] { ListRelease.NoteMaxLength });
            RuleFor(f => f.Hour).Must((form, hour) => hour is null || form.Day is not null).WithMessage("只写了时间，请再选日期。");
            RuleFor(f => f.Hour).Must((form, hour) => hour is not null || form.Day is null).WithMessage("只选了日期，请再写时间，例如 09:00。");
        }
    }
}
