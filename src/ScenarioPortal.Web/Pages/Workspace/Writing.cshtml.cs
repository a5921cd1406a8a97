using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Writing a need or a capability, one topic a page. Every step and every pause keeps what is there, right or not.</summary>
[KeepsTyped(Background = "keep")]
internal sealed class WritingModel(PortalDbContext db, WritingFits fits, ProfileTexts profile, SimilarNeeds similar, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public const string ToCheck = "check";
    public const string ToWorkspace = "workspace";
    public const string ToHere = "here";
    public const string FromProfile = "profile";
    public const string More = "more";

    private const int AnswersMax = 40;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string? Step { get; set; }

    /// <summary>The texts of this step by field.</summary>
    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = [];

    /// <summary>What is said to needs elsewhere that are like this one, by their identity. A form without any binds other names, each to nothing.</summary>
    [BindProperty]
    public Dictionary<string, SimilarForm?> Answers { get; set; } = [];

    /// <summary>The certificates, where this step asks for them: one text of a line each in the end.</summary>
    [BindProperty]
    public List<CertificateForm?> Certificates { get; set; } = [];

    [BindProperty]
    public int Revision { get; set; }

    public WorkingCopy Copy { get; private set; } = null!;

    public IReadOnlyList<WritingStep> Steps { get; private set; } = [];

    public WritingStep Current { get; private set; } = null!;

    public IReadOnlyList<WritingHint> Hints => L.WritingHints(Copy.Kind, Copy.Texts);

    public string? PersonalData => L.PersonalDataIn(Copy.Texts);

    public WritingFits.Found Found { get; private set; } = new([], null);

    public IReadOnlyList<SimilarNeed> Similar { get; private set; } = [];

    public int FileCount { get; private set; }

    /// <summary>What the reviewer said when it was returned; empty before.</summary>
    public IReadOnlyList<FieldRemark> Remarks { get; private set; } = [];

    /// <summary>What the company has stated in its profile, by field.</summary>
    public IReadOnlyDictionary<string, string> Profile { get; private set; } = new Dictionary<string, string>();

    /// <summary>This step asks for something that a profile has.</summary>
    public bool AsksForProfile => Copy.Kind is ListKind.Capabilities && Current.Fields.Any(ProfileTexts.IsIn);

    public bool IsOfProfile(WritingField field) => Profile.TryGetValue(field.Key, out var stated) && Texts.GetValueOrDefault(field.Key) == stated;

    public int Place => Steps.ToList().IndexOf(Current);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await db.WorkingCopies.EditableBy(HttpContext.Person).Where(c => c.Id == Id)
            .Select(c => new { Copy = c, Files = db.Attachments.Count(a => a.CopyId == c.Id) }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        var copy = found?.Copy;
        Steps = copy is null ? [] : L.WritingSteps(copy.Kind);
        if (copy is null || (Step is null ? Steps[0] : Steps.FirstOrDefault(s => s.Key == Step)) is not { } current)
        {
            context.Result = NotFound();
            return;
        }

        (Copy, Current, FileCount) = (copy, current, found!.Files);
        Remarks = copy.SubjectId is { } subject
            ? await db.Submissions.VisibleTo(HttpContext.Person).Where(s => s.SubjectId == subject).OrderByDescending(s => s.Number).Select(s => s.Remarks).FirstOrDefaultAsync(HttpContext.RequestAborted) ?? []
            : [];
        if (AsksForProfile)
        {
            Profile = await profile.OfAsync(copy.Kind, copy.OrganisationId, HttpContext.Person, HttpContext.RequestAborted);
        }

        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Copy.HandedInAt is not null)
        {
            return Redirect(Links.WritingCheck(Id));
        }

        Show();
        foreach (var remark in Remarks.Where(r => Texts.ContainsKey(r.Field ?? "")))
        {
            ModelState.AddModelError(NameOf(remark.Field!), L["审核意见：“{0}”", remark.Text]);
        }

        var texts = WithTypedBefore();
        ShowFaults(texts);
        Found = await fits.FindAsync(Copy.Kind, texts, cancellation);
        Similar = await similar.FindAsync(Copy.Kind, texts, Copy.SubjectId, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancellation)
    {
        TakeCertificates();
        if (go == FromProfile)
        {
            foreach (var field in Current.Fields.Where(f => Profile.ContainsKey(f.Key)))
            {
                Texts[field.Key] = Profile[field.Key];
            }
        }

        await SaveAsync(cancellation);
        return Redirect(go switch
        {
            ToWorkspace => Links.Workspace,
            ToCheck => Links.WritingCheck(Id),
            More => $"{Links.Writing(Id, Current.Key)}#{TagBuilder.CreateSanitizedId(NameOf(nameof(SheetField.Qualifications)), "_")}",
            ToHere or FromProfile => Links.Writing(Id, Current.Key),
            _ => Place + 1 < Steps.Count ? Links.Writing(Id, Steps[Place + 1].Key) : Links.WritingCheck(Id)
        });
    }

    /// <summary>Keeps what is typed so far, and answers with what stands beside the text.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        TakeCertificates();
        await SaveAsync(cancellation);
        Found = await fits.FindAsync(Copy.Kind, Copy.Texts, cancellation);
        return Partial("_Beside", this);
    }

    public static string NameOf(string field) => $"{nameof(Texts)}[{field}]";

    /// <summary>What is typed into the boxes of a row is a line of the text.</summary>
    private void TakeCertificates()
    {
        if (Certificates.Count > 0 && Current.Fields.FirstOrDefault(f => f.IsCertificates) is { } field)
        {
            Texts[field.Key] = CertificateForm.TextOf(Certificates);
        }
    }

    /// <summary>Which row cannot be read is said at once and not only when it is handed in: rows are many, and the sentence gives a number.</summary>
    private void ShowFaults(Dictionary<string, string> texts)
    {
        foreach (var fault in Current.Fields.Any(f => f.IsCertificates) ? CertificateText.Read(texts.TextOf(SheetField.Qualifications)).Faults : [])
        {
            this.Refuse(NameOf(nameof(SheetField.Qualifications)), L[fault.Template, [.. fault.Values]]);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        var texts = Current.Fields.Where(f => Texts.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => Texts[f.Key] ?? "");
        Show();
        foreach (var (field, text) in texts)
        {
            Texts[field] = text;
        }

        foreach (var (need, answer) in Given())
        {
            texts[SimilarAnswer.KeyOf(need)] = answer.ToText();
        }

        // Before anything can be refused: the page that comes back must have a place for what was answered.
        var typed = Copy.Texts.Where(t => !texts.ContainsKey(t.Key)).Concat(texts).ToDictionary(t => t.Key, t => t.Value);
        Similar = await similar.FindAsync(Copy.Kind, typed, Copy.SubjectId, cancellation);

        db.Entry(Copy).Property(c => c.Revision).OriginalValue = Revision;
        if (Copy.Write(texts, HttpContext.Person.AccountId!.Value, time.GetUtcNow()))
        {
            audit.Note(db, new Act { Action = "writing.save", Organisation = Copy.OrganisationId, SubjectKind = Copy.Kind.ToString(), Subject = Copy.Id, Detail = new { step = Current.Key } });
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Answers to needs that are on the list; others were never asked for.</summary>
    private IEnumerable<(Guid Need, SimilarAnswer Answer)> Given() => (Copy.Kind is ListKind.Opportunities ? Answers : []).Take(AnswersMax)
        .Select(a => (IsNeed: Guid.TryParse(a.Key, out var need), Need: need, Answer: a.Value?.ToAnswer() ?? SimilarAnswer.None))
        .Where(a => a.IsNeed && similar.IsListed(a.Need) && !(a.Answer == SimilarAnswer.None && !Copy.Texts.ContainsKey(SimilarAnswer.KeyOf(a.Need))))
        .Select(a => (a.Need, a.Answer));

    /// <summary>The texts of the copy, with those of a form that was sent when the session was over.</summary>
    private Dictionary<string, string> WithTypedBefore()
    {
        var texts = new Dictionary<string, string>(Copy.Texts);
        if (HttpContext.Features.Get<TypedBefore>() is not { } typed)
        {
            return texts;
        }

        foreach (var field in Current.Fields)
        {
            texts[field.Key] = field.IsCertificates && CertificateForm.Of(typed, nameof(Certificates)) is { } rows
                ? Texts[field.Key] = CertificateForm.TextOf(rows)
                : typed[NameOf(field.Key)] ?? texts.GetValueOrDefault(field.Key, "");
        }

        Answers = typed.Fields.Select(f => f.Key.Split('[', ']')).Where(k => k is [nameof(Answers), _, _]).Select(k => k[1]).Distinct().ToDictionary(
            need => need, SimilarForm? (need) => new SimilarForm { Choice = typed[$"{nameof(Answers)}[{need}].Choice"], Reason = typed[$"{nameof(Answers)}[{need}].Reason"] });
        foreach (var (need, answer) in Given())
        {
            texts[SimilarAnswer.KeyOf(need)] = answer.ToText();
        }

        return texts;
    }

    private void Show() => Texts = Current.Fields.ToDictionary(f => f.Key, f => Copy.Texts.GetValueOrDefault(f.Key));
}
