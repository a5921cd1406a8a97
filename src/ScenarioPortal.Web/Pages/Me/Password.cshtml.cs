using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>A new password, by whoever knows the present one.</summary>
internal sealed class PasswordModel(
    AccountDatabase accounts, PasswordKeeper passwords, ProofCheck proofs, SecurityChange change,
    IValidator<PasswordModel.Form> validator, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsStaff => HttpContext.Person.IsStaff;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var account = await accounts.OfAsync(HttpContext.Person, cancellation);
        var proof = await proofs.TryPasswordAsync(HttpContext.Person, Input.Current!, cancellation);
        if (!proof.IsRight)
        {
            this.Refuse("Input.Current", proof.WaitUntil is { } until
                ? L["试得太多了，请在 {0} 之后再试。", until.InWords(time.GetUtcNow().DayInShanghai())]
                : L["当前密码不对，请再试一次。"]);
            return this.Again();
        }

        if (await passwords.RefusalOfAsync(accounts.Db, account, Input.New!, cancellation) is { } refusal)
        {
            this.Refuse("Input.New", refusal);
            return this.Again();
        }

        passwords.Set(accounts.Db, account, Input.New!);
        await change.SavePasswordAsync(accounts.Db, account, cancellation);
        this.Flash(L["密码已修改，其他设备上的登录都已退出。"]);
        return RedirectToPage("Index");
    }

    internal sealed class Form
    {
        public string? Current { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Current).NotEmpty().WithMessage("请填写当前密码。");
            RuleFor(f => f.New).NotEmpty().WithMessage("请填写新密码。");
            RuleFor(f => f.Again).Equal(f => f.New).WithMessage("两次填写的新密码不一样。");
        }
    }
}
