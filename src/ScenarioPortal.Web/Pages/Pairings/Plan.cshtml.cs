using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>验证方案: what a pilot is to show, and within which limits. Written by one side, agreed to by the other.</summary>
[KeepsTyped]
internal sealed class PlanModel(PortalDbContext db, PairingDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public const string More = "more";

    private const int FirstRows = 3;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public PairingSide Side { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<CriterionForm> Criteria { get; set; } = [];

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? SafetyLimits { get; set; }

    [BindProperty]
    public string? RiskControls { get; set; }

    public Pairing Subject { get; private set; } = null!;

    public VerificationPlan? Before { get; private set; }

    /// <summary>It can be written now; otherwise somebody was faster, or the pilot has begun.</summary>
    public bool IsOpen => Subject.MovesOf(Side).Any(m => m.Action is PairingAction.WritePlan);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<TypedBefore>() is { } typed)
        {
            Criteria = CriterionForm.Of(typed, nameof(Criteria));
        }
        else if (Before?.Content is { } plan)
        {
            Criteria = [.. plan.Criteria.Select(CriterionForm.Of)];
            (From, Until) = (Text(plan.From), Text(plan.To));
            (SafetyLimits, RiskControls) = (plan.SafetyLimits, plan.RiskControls);
        }

        return Shown(more: 1);
    }

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancellation)
    {
        if (go == More)
        {
            return Shown(more: FirstRows);
        }

        CheckCriteria();
        var (from, until) = (Day(nameof(From), From), Day(nameof(Until), Until));
        Required(nameof(SafetyLimits), SafetyLimits, L["请写明什么绝不能发生，发生了就停。"], PlanContent.TextMaxLength);
        Required(nameof(RiskControls), RiskControls, L["请写明怎样防止、发生了怎样处置。"], PlanContent.TextMaxLength);
        if (from > until)
        {
            this.Refuse(nameof(Until), L["试点的结束日期不能早于开始日期。"]);
        }

        if (!ModelState.IsValid)
        {
            Shown(more: 1);
            return this.Again();
        }

        var content = new PlanContent
        {
            Criteria = [.. Criteria.Where(c => !c.IsEmpty).Select(c => c.ToCriterion())],
            From = from!.Value,
            To = until!.Value,
            SafetyLimits = SafetyLimits!.Trim(),
            RiskControls = RiskControls!.Trim()
        };
        try
        {
            await desk.ActAsync(Subject, Revision, Side, HttpContext.Person, (by, rules, now) => db.Add(Subject.WritePlan(by, content, null, rules, now)), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这次对接有了新的进展，所以还没有提交。您写的还在下面；看过现在的情况之后，可以再提交。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(L["方案已写好，等对方同意。"]);
        return Redirect(Links.Pairing(Id));
    }

    private void CheckCriteria()
    {
        if (Criteria.All(c => c.IsEmpty))
        {
            this.Refuse("Criteria[0].What", L["请至少写一项指标。"]);
        }
        else if (Criteria.Count(c => !c.IsEmpty) > PlanContent.MaxCriteria)
        {
            this.Refuse("Criteria[0].What", L["指标不超过 {0} 项。", PlanContent.MaxCriteria]);
        }

        foreach (var (at, row) in Criteria.Index().Where(c => !c.Item.IsEmpty))
        {
            Required($"Criteria[{at}].What", row.What, L["请写明这项指标是什么。"], PlanCriterion.TextMaxLength);
            Limited($"Criteria[{at}].Baseline", row.Baseline, PlanCriterion.TextMaxLength);
            Required($"Criteria[{at}].Target", row.Target, L["请写明要达到多少。"], PlanCriterion.TextMaxLength);
            Required($"Criteria[{at}].Method", row.Method, L["请写明怎样测量。"], PlanCriterion.TextMaxLength);
        }
    }

    private void Required(string field, string? text, string missing, int limit)
    {
        if (text.OrNull is null)
        {
            this.Refuse(field, missing);
        }
        else
        {
            Limited(field, text, limit);
        }
    }

    private void Limited(string field, string? text, int limit)
    {
        if (text.OrNull is { } given && given.Length > limit)
        {
            this.Refuse(field, L["不超过 {0} 字。", limit]);
        }
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (DateOnly.TryParseExact(typed.OrNull, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        this.Refuse(field, L["请填写日期，例如 2027-03-01。"]);
        return null;
    }

    /// <summary>The page, with empty rows at the end.</summary>
    private PageResult Shown(int more)
    {
        var filled = Criteria.FindLastIndex(c => !c.IsEmpty) + 1;
        while (Criteria.Count < Math.Max(FirstRows, filled + more))
        {
            Criteria.Add(new());
        }

        return Page();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (ModelState.GetFieldValidationState(nameof(Side)) is ModelValidationState.Invalid || Side is not (PairingSide.Publisher or PairingSide.Company)
            || await db.Pairings.EditableBy(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject || !subject.SidesOf(person).Contains(Side))
        {
            return false;
        }

        Subject = subject;
        Before = (await VerificationView.OfAsync(db, subject, time.GetUtcNow(), cancellation)).Plan;
        return true;
    }
}
