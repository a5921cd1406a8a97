using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Passkeys;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>The person's passkeys: make one on this device, give it a name, remove one.</summary>
[Sensitive(FromTheStart = true, Handlers = ["", "Remove"])]
internal sealed class PasskeysModel(
    PasskeyCeremonies passkeys, AccountDatabase accounts, SecurityChange change, IValidator<PasskeysModel.Form> validator, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the browser made.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    public IReadOnlyList<IdentityUserPasskey<Guid>> Rows { get; private set; } = [];

    public bool IsFull => Rows.Count >= PasskeyRing.Most;

    public Person Person => HttpContext.Person;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Rows = await accounts.Db.PasskeysOf(Person.AccountId!.Value).ToListAsync(HttpContext.RequestAborted);
        Rows = [.. Rows.OrderBy(p => p.Data.CreatedAt)];
        await next();
    }

    public void OnGet() => Input.Name = L.DeviceName(Request.Headers.UserAgent);

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellation) =>
        Content(await passkeys.AskToMakeAsync(Person, cancellation), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        if (IsFull)
        {
            this.Refuse("", L["最多 {0} 把通行密钥。请先移除一把不用的。", PasskeyRing.Most]);
            return this.Again();
        }

        if (await passkeys.MadeAsync(Person, Answer, cancellation) is not { } made)
        {
            this.Refuse("", L["通行密钥没有设成：可能已取消，或者页面停留得太久。请再试一次。"]);
            return this.Again();
        }

        accounts.Db.Add(made.StoredFor(Person.AccountId!.Value, Input.Name!.Trim(), time.GetUtcNow()));
        await SaveAsync("passkey.add", cancellation);
        this.Flash(L["通行密钥“{0}”已添加，下次登录可以直接用它。其他设备上的登录都已退出。", Input.Name.Trim()]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellation)
    {
        if (Rows.SingleOrDefault(p => IdOf(p) == id) is not { } passkey)
        {
            return NotFound();
        }

        if (Person.IsStaff && !Person.HasTimeCode && Rows.Count == 1)
        {
            this.Refuse("", L["这是您唯一的第二重验证，不能移除。请先设置验证器，或再添加一把通行密钥。"]);
            return this.Again();
        }

        accounts.Db.Remove(passkey);
        await SaveAsync("passkey.remove", cancellation);
        this.Flash(L["通行密钥“{0}”已移除。其他设备上的登录都已退出。", passkey.Data.Name ?? ""]);
        return RedirectToPage();
    }

    public static string IdOf(IdentityUserPasskey<Guid> passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    private async Task SaveAsync(string action, CancellationToken cancellation) =>
        await change.SaveFactorsAsync(accounts.Db, await accounts.OfAsync(Person, cancellation), action, cancellation);

    internal sealed class Form
    {
        public string? Name { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Name)
            .NotEmpty().WithMessage("请给通行密钥起个名字，方便以后辨认。")
            .MaximumLength(PasskeyRing.NameMaxLength).WithMessage("名字不超过 {0} 字。").WithState(_ => new object[] { PasskeyRing.NameMaxLength });
    }
}
