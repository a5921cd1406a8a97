using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>登录 with mail address and password. What comes after, a code or the page asked for, the next page knows.</summary>
internal sealed class IndexModel(IValidator<IndexModel.Form> validator, PasswordSignIn signIn, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool ComesFromElsewhere => this.LocalReturnUrl(ReturnUrl) is not null;

    public IActionResult OnGet() => HttpContext.Person.IsVisitor ? Page() : LocalRedirect(Links.SecondFactorTo(this.LocalReturnUrl(ReturnUrl)));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var attempt = await signIn.TryAsync(Input.Email!, Input.Password!, cancellation);
        if (attempt.IsRight)
        {
            return LocalRedirect(Links.SecondFactorTo(this.LocalReturnUrl(ReturnUrl)));
        }

        if (attempt.WaitUntil is { } until)
        {
            return this.Wait(until, L);
        }

        this.Refuse("", L["邮箱或密码不对。请再看看，或者用“忘记密码”重设。"]);
        return this.Again();
    }

    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Email).NotEmpty().WithMessage("请填写邮箱。");
            RuleFor(f => f.Email).MaximumLength(Account.EmailMaxLength).WithMessage("邮箱或密码不对。请再看看，或者用“忘记密码”重设。");
            RuleFor(f => f.Password).NotEmpty().WithMessage("请填写密码。");
            RuleFor(f => f.Password).MaximumLength(PasswordRules.MaxLength).WithMessage("邮箱或密码不对。请再看看，或者用“忘记密码”重设。");
        }
    }
}
