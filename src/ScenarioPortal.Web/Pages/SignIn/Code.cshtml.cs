using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>The second step of signing in, for accounts that have a second factor; others pass by here on their way.</summary>
internal sealed class CodeModel(
    IValidator<CodeModel.Form> validator, CodeSignIn signIn, IOptions<SiteOptions> site, IStringLocalizer<Texts> L) : PageModel
{
    private const int RecoveryCodeMaxLength = 40;

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Portal => site.Value.NameToRead;

    private string Back => this.LocalReturnUrl(ReturnUrl) ?? Links.Home;

    public IActionResult OnGet()
    {
        var person = HttpContext.Person;
        return person.IsComplete ? LocalRedirect(Back)
            : person.HasTimeCode || person.HasPasskey ? Page()
            : LocalRedirect(Links.SetUpSecondFactorTo(this.LocalReturnUrl(ReturnUrl)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (HttpContext.Person.IsComplete)
        {
            return LocalRedirect(Back);
        }

        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var isRecoveryCode = string.IsNullOrWhiteSpace(Input.Code);
        var attempt = await signIn.TryAsync(HttpContext.Person, (isRecoveryCode ? Input.RecoveryCode : Input.Code)!, isRecoveryCode, cancellation);
        if (attempt.IsRight)
        {
            return LocalRedirect(Back);
        }

        if (attempt.WaitUntil is { } until)
        {
            return this.Wait(until, L);
        }

        this.Refuse(isRecoveryCode ? "Input.RecoveryCode" : "Input.Code",
            isRecoveryCode ? L["这个备用码不对，或者已经用过。"] : L["验证码不对，或者已经用过。请等下一个再试。"]);
        return this.Again();
    }

    internal sealed class Form
    {
        public string? Code { get; set; }

        public string? RecoveryCode { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Code).NotEmpty().When(f => string.IsNullOrWhiteSpace(f.RecoveryCode)).WithMessage("请填写验证码，或者备用码。");
            RuleFor(f => f.Code).MaximumLength(RecoveryCodeMaxLength).WithMessage("验证码不对，或者已经用过。请等下一个再试。");
            RuleFor(f => f.RecoveryCode).MaximumLength(RecoveryCodeMaxLength).WithMessage("这个备用码不对，或者已经用过。");
        }
    }
}
