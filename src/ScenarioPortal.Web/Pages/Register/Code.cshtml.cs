using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Register;

/// <summary>The second step of a visitor: six digits from the mail. Only then are an account and a registration made.</summary>
internal sealed class CodeModel(
    IDbContextFactory<PortalDbContext> databases, NewAccounts accounts, RegistrationDesk desk, MailProof proof, SealedRegistration sealedRegistration,
    SessionKeeper sessions, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public PendingRegistration Pending { get; private set; } = null!;

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (sealedRegistration.Read(Request) is { } pending)
        {
            Pending = pending;
            return;
        }

        this.Flash(L["登记没有在 30 分钟内完成，请重新填写。"]);
        context.Result = Redirect(Links.Register);
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var digits = Company.PlainCode(Code);
        if (digits.Length != MailProof.Digits)
        {
            this.Refuse(nameof(Code), L["请填写邮件里的 6 位数字。"]);
            return this.Again();
        }

        // Work behind the pages: there is no account yet on whose behalf it could be done.
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await proof.IsProvenAsync(db, Pending.ProofId, digits, cancellation))
        {
            await proof.CountMistakeAsync(Pending.ProofId, cancellation);
            this.Refuse(nameof(Code), L["验证码不对或已过期。请核对最近一封邮件，或重新发送。"]);
            return this.Again();
        }

        var account = accounts.Add(db, Pending);
        var next = await desk.TakeAsync(db, new Applicant(account.Id, Pending.Email), Pending.Company, cancellation);
        SealedRegistration.Remove(Response);
        await sessions.StartAsync(account.Id, Factors.Password, cancellation);
        this.Flash(L.Done(Pending.Company));
        return LocalRedirect(next);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        var proofId = await proof.SendAsync(Pending.Email, cancellation);
        sealedRegistration.Write(Response, Pending with { ProofId = proofId, Until = time.GetUtcNow() + SealedRegistration.Kept });
        this.Flash(L["已重新发送，以最近一封邮件为准。"]);
        return Redirect(Links.RegisterCode);
    }
}
