using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>The last step of a registration, and where a returned one is handed in again: the licence, and off to the reviewer. Saving without submitting is possible.</summary>
[RequestSizeLimit(UploadCheck.RequestMax), RequestFormLimits(MultipartBodyLengthLimit = UploadCheck.RequestMax)]
internal sealed class LicenceModel(PortalDbContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Licence { get; set; }

    public Organisation Subject { get; private set; } = null!;

    /// <summary>The one that is stored already.</summary>
    public Stored? Before { get; private set; }

    public bool CanSubmit => Subject.Status is OrganisationStatus.Registered or OrganisationStatus.Returned;

    public IEnumerable<string> Remarks => Subject.Remarks.Where(r => r.Field == RegistrationPart.Licence).Select(r => r.Text);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var (subject, refusal) = await db.OpenAsync(HttpContext.Person, Id, p => p.MayEdit(Id), cancellation);
        if (refusal is not null)
        {
            context.Result = refusal;
            return;
        }

        Subject = subject!;
        Before = await db.StoredFiles.Licences(Id).OrderByDescending(f => f.UploadedAt).Select(f => new Stored(f.Id, f.Name, f.Size, f.UploadedAt)).FirstOrDefaultAsync(cancellation);
        await next();
    }

    public void OnGet()
    {
        foreach (var remark in Remarks)
        {
            ModelState.AddModelError(nameof(Licence), L["审核意见：“{0}”", remark]);
        }
    }

    /// <summary>Keeps the file and hands nothing in.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        if (!await TakeAsync(isNeeded: true, cancellation))
        {
            return this.Again();
        }

        await db.SaveChangesAsync(cancellation);
        this.Flash(L["营业执照已保存，还没有提交核验。"]);
        return Redirect(Links.OrganisationLicence(Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await TakeAsync(isNeeded: Before is null, cancellation))
        {
            return this.Again();
        }

        Subject.Submit(time.GetUtcNow());
        audit.Note(db, new Act { Action = "organisation.submit", Organisation = Id, SubjectKind = nameof(Organisation), Subject = Id });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["“{0}”已提交核验。主管部门核对后，结果发到负责人的邮箱。", Subject.Name]);
        return Redirect(Links.Organisation(Id));
    }

    /// <summary>Puts the new file in the place of the old one; false when there is something to explain at the field.</summary>
    private async Task<bool> TakeAsync(bool isNeeded, CancellationToken cancellation)
    {
        if (Licence is null)
        {
            if (isNeeded)
            {
                this.Refuse(nameof(Licence), L["请选择营业执照的照片或扫描件。"]);
            }

            return !isNeeded;
        }

        try
        {
            var upload = await UploadCheck.ReadAsync(Licence, cancellation);
            db.RemoveRange(await db.StoredFiles.Licences(Id).ToListAsync(cancellation));
            db.Add(FileOf(upload));
            audit.Note(db, new Act { Action = "organisation.licence", Organisation = Id, SubjectKind = nameof(Organisation), Subject = Id, Detail = new { upload.ContentType, Size = upload.Content.Length } });
            return true;
        }
        catch (RuleBrokenException refusal)
        {
            this.Refuse(nameof(Licence), L[refusal.Refusal, [.. refusal.Values]]);
            return false;
        }
    }

    private StoredFile FileOf(Upload upload) => new()
    {
        OrganisationId = Id,
        Purpose = FilePurpose.Licence,
        Name = upload.Name,
        ContentType = upload.ContentType,
        Size = upload.Content.Length,
        Content = upload.Content,
        UploadedAt = time.GetUtcNow(),
        UploadedBy = HttpContext.Person.AccountId!.Value
    };

    internal sealed record Stored(Guid Id, string Name, long Size, DateTimeOffset UploadedAt);
}
