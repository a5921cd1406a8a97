using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>验证结果: what was measured for each criterion of the plan, who was there, and what follows.</summary>
[KeepsTyped]
internal sealed class ResultModel(PortalDbContext db, PairingDesk desk, BeginWriting writing, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public PairingSide Side { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>In the order of the criteria.</summary>
    [BindProperty]
    public List<MeasuredForm> Values { get; set; } = [];

    [BindProperty]
    public bool? WithinLimits { get; set; }

    [BindProperty]
    public string? Witness { get; set; }

    [BindProperty]
    public string? Conclusion { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Findings { get; set; }

    /// <summary>The place of a finding that becomes a draft.</summary>
    [BindProperty]
    public int? Finding { get; set; }

    public Pairing Subject { get; private set; } = null!;

    public VerificationPlan Plan { get; private set; } = null!;

    public ResultContent? Before { get; private set; }

    public bool IsOpen => Subject.MovesOf(Side).Any(m => m.Action is PairingAction.WriteResult);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        Values = [.. Plan.Content.Criteria.Index().Select(c => Values.ElementAtOrDefault(c.Index) ?? new())];
        await next();
    }

    public IActionResult OnGet()
    {
        if (Before is { } result)
        {
            Values = [.. result.Values.Select(v => new MeasuredForm { Value = v.Value, Verdict = v.Verdict })];
            (WithinLimits, Witness, Conclusion, Reason, Findings) = (result.WithinLimits, result.Witness, result.Conclusion, result.Reason, string.Join('\n', result.Findings));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        string[] findings = [.. Prose.Paragraphs(Findings ?? "")];
        Check(findings);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var content = new ResultContent
        {
            Values = [.. Values.Select(v => new Measured { Value = v.Value.OrNull, Verdict = v.Verdict!.Value })],
            WithinLimits = WithinLimits!.Value,
            Witness = Witness!.Trim(),
            Conclusion = Conclusion!.Trim(),
            Reason = Reason.OrNull,
            Findings = findings
        };
        try
        {
            await desk.ActAsync(Subject, Revision, Side, HttpContext.Person, (by, rules, now) => db.Add(Subject.WriteResult(by, Plan.Content, content, null, rules, now)), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这次对接有了新的进展，所以还没有提交。您写的还在下面；看过现在的情况之后，可以再提交。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(L["结果已写好。接着提出“验证通过”或“容错结束”，由对方确认。"]);
        return Redirect(Links.Pairing(Id));
    }

    /// <summary>What needs research begins as a draft of the publisher's.</summary>
    public async Task<IActionResult> OnPostResearchAsync(CancellationToken cancellation)
    {
        if (Side is not PairingSide.Publisher || Finding is not { } at || Before?.Findings.ElementAtOrDefault(at) is not { } finding)
        {
            return NotFound();
        }

        var copy = await writing.RunAsync(ListKind.Opportunities, Subject.PublisherId, HttpContext.Person, new Dictionary<string, string>
        {
            [$"{SheetField.Title}"] = finding,
            [$"{SheetField.Description}"] = $"“{Subject.NeedTitle}”与“{Subject.CapabilityTitle}”试点发现的技术需求：{finding}"
        }, cancellation);
        this.Flash(L["已放进本单位的草稿，补充后再提交。"]);
        return Redirect(Links.Writing(copy));
    }

    private void Check(string[] findings)
    {
        foreach (var (at, row) in Values.Index())
        {
            if (row.Verdict is null || !Enum.IsDefined(row.Verdict.Value))
            {
                this.Refuse($"Values[{at}].Verdict", L["请选这项指标是否达到。"]);
            }

            if (row.Value.OrNull is null && row.Verdict is MeasuredVerdict.Met or MeasuredVerdict.NotMet)
            {
                this.Refuse($"Values[{at}].Value", L["请写明测得多少。"]);
            }
            else if (row.Value.OrNull is { Length: > PlanCriterion.TextMaxLength })
            {
                this.Refuse($"Values[{at}].Value", L["不超过 {0} 字。", PlanCriterion.TextMaxLength]);
            }
        }

        if (WithinLimits is null)
        {
            this.Refuse(nameof(WithinLimits), L["请选安全底线是否守住。"]);
        }

        if (Witness.OrNull is not { Length: <= ResultContent.WitnessMaxLength })
        {
            this.Refuse(nameof(Witness), L["请写明由谁见证，不超过 {0} 字。", ResultContent.WitnessMaxLength]);
        }

        if (Conclusion.OrNull is not { Length: <= ResultContent.TextMaxLength })
        {
            this.Refuse(nameof(Conclusion), L["请写明结论，不超过 {0} 字。", ResultContent.TextMaxLength]);
        }

        if (Reason.OrNull is { Length: > ResultContent.TextMaxLength })
        {
            this.Refuse(nameof(Reason), L["不超过 {0} 字。", ResultContent.TextMaxLength]);
        }

        if (findings.Length > ResultContent.MaxFindings || findings.Any(f => f.Length > ResultContent.FindingMaxLength))
        {
            this.Refuse(nameof(Findings), L["技术需求不超过 {0} 项，每项不超过 {1} 字。", ResultContent.MaxFindings, ResultContent.FindingMaxLength]);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (ModelState.GetFieldValidationState(nameof(Side)) is ModelValidationState.Invalid || Side is not (PairingSide.Publisher or PairingSide.Company)
            || await db.Pairings.EditableBy(person).SingleOrDefaultAsync(p => p.Id == Id && p.Proof.PlanFrozenAt != null, cancellation) is not { } subject || !subject.SidesOf(person).Contains(Side))
        {
            return false;
        }

        var view = await VerificationView.OfAsync(db, subject, time.GetUtcNow(), cancellation);
        if (view.Plan is not { } plan)
        {
            return false;
        }

        (Subject, Plan, Before) = (subject, plan, view.Result);
        return true;
    }

    /// <summary>What came of a criterion, as it is typed.</summary>
    internal sealed class MeasuredForm
    {
        public string? Value { get; set; }

        public MeasuredVerdict? Verdict { get; set; }
    }
}
