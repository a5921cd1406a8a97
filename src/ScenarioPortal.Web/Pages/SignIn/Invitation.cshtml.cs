using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>Where an invited person chooses name and password, or adds what they are invited to to the account they have.</summary>
internal sealed class InvitationModel(
    IValidator<InvitationModel.Form> validator, InvitationAnswer invitation, SessionKeeper sessions, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Offered Offered { get; private set; } = null!;

    private string Email => Offered.Link.Email.Length > 0 ? Offered.Link.Email : Input.Email ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await invitation.FindAsync(RouteData.Values["secret"] as string ?? "", HttpContext.RequestAborted) is not { } offered)
        {
            this.Flash(L["这个邀请已经用过，或者过期了。请联系邀请您的人。"]);
            context.Result = LocalRedirect(Links.SignIn);
            return;
        }

        Offered = offered;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Offered.Account is { } account)
        {
            return account.Id == HttpContext.Person.AccountId && HttpContext.Person.IsComplete
                ? Accepted(await invitation.AcceptAsync(Offered, account, cancellation))
                : LocalRedirect(Links.SignInTo(Request.Path));
        }

        Input.NeedsEmail = Offered.Link.Email.Length == 0;
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        if (invitation.RefusalOf(Offered, Input.Name!, Email, Input.Password!) is { } refusal)
        {
            this.Refuse("Input.Password", refusal);
        }

        if (Input.NeedsEmail && await invitation.IsTakenAsync(Email))
        {
            this.Refuse("Input.Email", L["这个邮箱已经有账号，请换一个。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var made = await invitation.AcceptAsync(Offered, Newcomer(), cancellation);
        if (made is not null)
        {
            await sessions.StartAsync(made.Id, Factors.Password, cancellation);
        }

        return Accepted(made);
    }

    private Newcomer Newcomer() => new()
    {
        Name = Input.Name!,
        Email = Email,
        Password = Input.Password!,
        MailIsProved = !Input.NeedsEmail,
        Address = HttpContext.Connection.RemoteIpAddress?.ToString()
    };

    private LocalRedirectResult Accepted(Account? account)
    {
        this.Flash(account is null ? L["这个邀请已经用过，或者过期了。请联系邀请您的人。"] : L["欢迎加入。"]);
        return LocalRedirect(account is null ? Links.SignIn : Links.SecondFactorTo(null));
    }

    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? Password { get; set; }

        public bool Agreed { get; set; }

        /// <summary>The link names no address: whoever opens it does.</summary>
        internal bool NeedsEmail { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Email).Must(e => MailAddress.IsValid(e?.Trim())).When(f => f.NeedsEmail).WithMessage("请填写邮箱，例如 name@example.cn。");
            RuleFor(f => f.Name).NotEmpty().WithMessage("请填写您的姓名。");
            RuleFor(f => f.Name).MaximumLength(Account.NameMaxLength).WithMessage("姓名不超过 {0} 字。").WithState(_ => new object[] { Account.NameMaxLength });
            RuleFor(f => f.Password).NotEmpty().WithMessage("请填写密码。");
            RuleFor(f => f.Agreed).Equal(true).WithMessage("请先同意，平台才能为您开通账号。");
        }
    }
}
