using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>Asks for a mail with which to choose a new password. The answer is the same for every address.</summary>
internal sealed class ForgottenModel(IValidator<ForgottenModel.Form> validator, PasswordReset reset) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsAsked { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        await reset.AskAsync(Input.Email!, cancellation);
        IsAsked = true;
        return Page();
    }

    internal sealed class Form
    {
        public string? Email { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() =>
            RuleFor(f => f.Email).Must(e => MailAddress.IsValid(e?.Trim())).WithMessage("请填写邮箱，例如 name@example.cn。");
    }
}
