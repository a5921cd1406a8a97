using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>A new password with the link from a mail. Opening the page does not use the link up; choosing the password does.</summary>
internal sealed class ResetModel(IValidator<ResetModel.Form> validator, PasswordReset reset, IStringLocalizer<Texts> L) : PageModel
{
    private (OneTimeLink Link, Account Account) _found;

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email => _found.Account.Email!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await reset.FindAsync(RouteData.Values["secret"] as string ?? "", HttpContext.RequestAborted) is not { } found)
        {
            this.Flash(L["这个地址已经用过，或者过期了。请重新申请。"]);
            context.Result = LocalRedirect(Links.Forgotten);
            return;
        }

        _found = found;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        if (await reset.SetAsync(_found.Link, _found.Account, Input.Password!, cancellation) is { } refusal)
        {
            this.Refuse("Input.Password", refusal);
            return this.Again();
        }

        this.Flash(L["新密码已经设好，请登录。"]);
        return LocalRedirect(Links.SignIn);
    }

    internal sealed class Form
    {
        public string? Password { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Password).NotEmpty().WithMessage("请填写新密码。");
    }
}
