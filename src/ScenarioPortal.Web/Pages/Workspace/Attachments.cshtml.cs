using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>附件: what goes with a need or capability while it is being written. Every button keeps everything: files, removals and descriptions.</summary>
[RequestSizeLimit(AttachmentCheck.RequestMax), RequestFormLimits(MultipartBodyLengthLimit = AttachmentCheck.RequestMax)]
internal sealed class AttachmentsModel(PortalDbContext db, AttachFiles attach, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<IFormFile> Chosen { get; set; } = [];

    /// <summary>Descriptions by attachment.</summary>
    [BindProperty]
    public Dictionary<string, NoteForm?> Notes { get; set; } = [];

    public WorkingCopy Copy { get; private set; } = null!;

    public IReadOnlyList<WritingStep> Steps { get; private set; } = [];

    public WritingStep Current => Steps.First(s => s.Key == StepTexts.Files);

    public IReadOnlyList<Attachment> Present { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.WorkingCopies.EditableBy(HttpContext.Person).SingleOrDefaultAsync(c => c.Id == Id, HttpContext.RequestAborted) is not { } copy)
        {
            context.Result = NotFound();
            return;
        }

        (Copy, Steps) = (copy, L.WritingSteps(copy.Kind));
        await LoadAsync(HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Copy.HandedInAt is not null)
        {
            return Redirect(Links.WritingCheck(Id));
        }

        var remarks = Copy.SubjectId is { } subject
            ? await db.Submissions.VisibleTo(HttpContext.Person).Where(s => s.SubjectId == subject).OrderByDescending(s => s.Number).Select(s => s.Remarks).FirstOrDefaultAsync(cancellation) ?? []
            : [];
        foreach (var remark in remarks.Where(r => r.Field == StepTexts.FilesRemark))
        {
            ModelState.AddModelError(nameof(Chosen), L["审核意见：“{0}”", remark.Text]);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? go, Guid? remove, CancellationToken cancellation)
    {
        var refused = await attach.RunAsync(Copy, new AttachmentChanges { Added = Chosen, Removed = remove, Described = Described() }, HttpContext.Person.AccountId!.Value, cancellation);
        if (refused.Count == 0)
        {
            return Redirect(go switch
            {
                WritingModel.ToWorkspace => Links.Workspace,
                WritingModel.ToCheck => Links.WritingCheck(Id),
                _ => Links.Writing(Id, Current.Key)
            });
        }

        await LoadAsync(cancellation);
        foreach (var refusal in refused.Where(r => r.Attachment is not null))
        {
            this.Refuse(NameOf(refusal.Attachment!.Value), L[refusal.Reason, [.. refusal.Values]]);
        }

        // One line at the field: of several files each is named, and what is right with the others is in the list.
        var files = refused.Where(r => r.Attachment is null).ToArray();
        if (files.Length > 0)
        {
            this.Refuse(nameof(Chosen), string.Join(Language.IsEnglish ? " " : "", files.Select(r => L["“{0}”：{1}", r.Name, L[r.Reason, [.. r.Values]].Value].Value)));
        }

        return this.Again();
    }

    public static string NameOf(Guid attachment) => $"{nameof(Notes)}[{attachment}].{nameof(NoteForm.After)}";

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Present = await db.Attachments.OfCopy(Id).ToListAsync(cancellation);
        foreach (var attachment in Present)
        {
            Notes.TryAdd($"{attachment.Id}", new NoteForm { After = attachment.Description });
        }
    }

    private Dictionary<Guid, (string Before, string After)> Described() => Notes.Take(Attachment.CountMax)
        .Select(n => (IsAttachment: Guid.TryParse(n.Key, out var id), Id: id, Note: n.Value))
        .Where(n => n is { IsAttachment: true, Note: not null }).DistinctBy(n => n.Id)
        .ToDictionary(n => n.Id, n => ((n.Note!.Before ?? "").Trim(), (n.Note.After ?? "").Trim()));

    /// <summary>What one file shows, as it was when the page was opened and as it is now.</summary>
    internal sealed class NoteForm
    {
        public string? Before { get; set; }

        public string? After { get; set; }
    }
}
