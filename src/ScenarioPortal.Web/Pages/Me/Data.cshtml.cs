using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>What is kept about this person and why; corrected, agreed to and withdrawn here.</summary>
[Sensitive(Handlers = ["Mail"])]
internal sealed class DataModel(
    AccountDatabase accounts, OwnViewReader reader, OwnContacts contacts, ConsentKeeper consents, MailChange mail, AuditTrail audit,
    IValidator<DataModel.Form> validator, IStringLocalizer<Texts> L) : PageModel
{
    private Account _account = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public OwnView Kept { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _account = await accounts.OfAsync(HttpContext.Person, HttpContext.RequestAborted);
        Kept = await reader.ReadAsync(accounts.Db, _account, HttpContext.RequestAborted);
        var posted = context.HandlerMethod?.Name;
        Input.Name = posted is "Name" ? Input.Name : _account.DisplayName;
        Input.Email = posted is "Mail" ? Input.Email : _account.Email;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var name = Input.Name!.Trim();
        await contacts.RenameAsync(accounts.Db, _account, name, cancellation);
        _account.DisplayName = name;
        return await SaveAsync("account.rename", L["姓名已更正。"], cancellation);
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancellation)
    {
        var email = Input.Email?.Trim();
        if (!MailAddress.IsValid(email))
        {
            this.Refuse("Input.Email", L["请填写邮箱地址，例如 name@example.cn。"]);
            return this.Again();
        }

        await mail.AskAsync(accounts.Db, _account, email!, cancellation);
        return await SaveAsync("account.ask-mail", L["已向新邮箱发出一封邮件。打开里面的地址，才会更换。"], cancellation);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(ConsentPurpose? purpose, CancellationToken cancellation)
    {
        if (purpose is not { } meant)
        {
            return BadRequest();
        }

        await consents.WithdrawAsync(accounts.Db, _account, meant, cancellation);
        await accounts.Db.SaveChangesAsync(cancellation);
        this.Flash(L["已撤回同意。"]);
        return RedirectToPage();
    }

    private async Task<RedirectToPageResult> SaveAsync(string action, string said, CancellationToken cancellation)
    {
        audit.Note(accounts.Db, new Act { Action = action, SubjectKind = "account", Subject = _account.Id });
        await accounts.Db.SaveChangesAsync(cancellation);
        this.Flash(said);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Name)
            .NotEmpty().WithMessage("请填写姓名。")
            .MaximumLength(Account.NameMaxLength).WithMessage("姓名不超过 {0} 字。").WithState(_ => new object[] { Account.NameMaxLength });
    }
}
