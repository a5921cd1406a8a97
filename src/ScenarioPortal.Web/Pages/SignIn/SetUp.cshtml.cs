using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>The first sign-in of somebody who must have a second factor: nothing else is open until it is set up.</summary>
internal sealed class SetUpModel(
    IValidator<SetUpModel.Form> validator, SecondFactor factor, SecondFactorSetUp setUp, IOptions<SiteOptions> site, IStringLocalizer<Texts> L) : PageModel
{
    private byte[] _secret = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Back => this.LocalReturnUrl(ReturnUrl) ?? Links.Home;

    public string Offer { get; private set; } = "";

    public string SecretInGroups => Base32.InGroups(Base32.Encode(_secret));

    public QrPicture Picture => QrPicture.Of(TimeCode.Address(_secret, site.Value.Name, HttpContext.Person.Email));

    /// <summary>Shown once, after it is set up.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>The secret that the form carries, or a new one. Somebody who has a second factor already has no business here.</summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var person = HttpContext.Person;
        if (person.IsComplete || person.HasTimeCode || person.HasPasskey)
        {
            context.Result = LocalRedirect(Links.SecondFactorTo(this.LocalReturnUrl(ReturnUrl)));
            return Task.CompletedTask;
        }

        _secret = factor.OfferedTo(person.AccountId!.Value, Input.Offer) ?? TimeCode.NewSecret();
        Offer = factor.Offer(person.AccountId!.Value, _secret);
        return next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        RecoveryCodes = await setUp.TryAsync(HttpContext.Person, _secret, Input.Code!, cancellation);
        if (RecoveryCodes is null)
        {
            this.Refuse("Input.Code", L["验证码不对。请看一下手机的时间是否准确，再填最新的一个。"]);
            return this.Again();
        }

        return Page();
    }

    internal sealed class Form
    {
        public string? Offer { get; set; }

        public string? Code { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() =>
            RuleFor(f => f.Code).NotEmpty().WithMessage("请填写验证码。").MaximumLength(20).WithMessage("验证码不对。请看一下手机的时间是否准确，再填最新的一个。");
    }
}
