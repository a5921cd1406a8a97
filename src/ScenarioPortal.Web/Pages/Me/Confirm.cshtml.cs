using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Passkeys;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>
/// Proves once more who sits there, before something sensitive. A form that was on its way is sent here by the browser as it was, waits in this
/// page, and is sent on afterwards.
/// </summary>
internal sealed class ConfirmModel(ProofCheck proofs, ProofKeeper keeper, PasskeyCeremonies passkeys, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    private const string Prefix = nameof(Proof);

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Proof { get; set; } = new();

    public Person Person => HttpContext.Person;

    /// <summary>The fields of the form that waits. What is secret is typed again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; private set; } = [];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Keep();
        if (!Proof.IsGiven)
        {
            (Proof.IsGiven, Proof.SendsOn) = (true, true);
            ModelState.Clear();
            return Page();
        }

        if (string.IsNullOrEmpty(Proof.Password) && string.IsNullOrEmpty(Proof.Code))
        {
            this.Refuse("Proof.Password", L["请填写密码。"]);
            return this.Again();
        }

        var attempt = string.IsNullOrEmpty(Proof.Password)
            ? await proofs.TryCodeAsync(Person, Proof.Code!, cancellation)
            : await proofs.TryPasswordAsync(Person, Proof.Password, cancellation);
        if (attempt.IsRight)
        {
            return Onward();
        }

        var field = string.IsNullOrEmpty(Proof.Password) ? "Proof.Code" : "Proof.Password";
        this.Refuse(field, attempt.WaitUntil is { } until
            ? L["试得太多了，请在 {0} 之后再试。", until.InWords(time.GetUtcNow().DayInShanghai())]
            : field == "Proof.Code" ? L["动态码不对，或者已经用过。请等下一个。"] : L["密码不对，请再试一次。"]);
        return this.Again();
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellation) =>
        Content(await passkeys.AskToShowAsync(Person.AccountId, cancellation), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellation)
    {
        Keep();
        if ((await passkeys.ShownAsync(Proof.Answer, cancellation))?.Id == Person.AccountId)
        {
            await keeper.NoteAsync(Factors.Passkey, cancellation);
            return Onward();
        }

        this.Refuse("", L["没有认出这把通行密钥。请再试一次，或换别的方式。"]);
        return this.Again();
    }

    private void Keep() => Kept = [.. TypedFields.Of(Request.Form).Where(f => f.Key != nameof(ReturnUrl) && !f.Key.StartsWith($"{Prefix}.", StringComparison.Ordinal))];

    private LocalRedirectResult Onward()
    {
        var back = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Links.Me;
        return Proof.SendsOn ? LocalRedirectPreserveMethod(back) : LocalRedirect(back);
    }

    internal sealed class Form
    {
        public string? Password { get; set; }

        public string? Code { get; set; }

        /// <summary>What the browser says for a passkey.</summary>
        public string? Answer { get; set; }

        /// <summary>False when another page's form arrives here.</summary>
        public bool IsGiven { get; set; }

        /// <summary>A form waits and is posted on, rather than a page opened.</summary>
        public bool SendsOn { get; set; }
    }
}
