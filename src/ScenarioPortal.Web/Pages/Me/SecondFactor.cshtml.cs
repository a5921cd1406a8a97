using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>The authenticator app and the codes that stand in for it: set up, replaced, taken away.</summary>
[Sensitive(FromTheStart = true)]
internal sealed class SecondFactorModel(
    AccountDatabase accounts, SecondFactor factor, SecondFactorSetUp setUp, SecurityChange change, IStringLocalizer<Texts> L) : PageModel
{
    private const string CodesKey = "Codes";
    private Account _account = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsSetUp => _account.TotpSecret is not null;

    public bool MayRemove => !HttpContext.Person.IsStaff || HttpContext.Person.HasPasskey;

    public int CodesLeft { get; private set; }

    /// <summary>New codes, shown once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>The secret that is offered to the app.</summary>
    public byte[] Secret { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        _account = await accounts.OfAsync(HttpContext.Person, cancellation);
        CodesLeft = await accounts.Db.RecoveryCodes.CountAsync(c => c.AccountId == _account.Id && c.UsedAt == null, cancellation);
        Secret = factor.OfferedTo(_account.Id, Input.Offer) ?? TimeCode.NewSecret();
        await next();
    }

    public void OnGet()
    {
        NewCodes = TempData[CodesKey] as string[] ?? [];
        Input.Offer = factor.Offer(_account.Id, Secret);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (factor.OfferedTo(_account.Id, Input.Offer) is not { } secret
            || await setUp.TryAsync(HttpContext.Person, secret, Input.Code ?? "", cancellation) is not { } codes)
        {
            ModelState.Remove("Input.Offer");
            Input.Offer = factor.Offer(_account.Id, Secret);
            this.Refuse("Input.Code", L["动态码不对。请确认应用里显示的是本平台的六位数字，再填一次。"]);
            return this.Again();
        }

        TempData[CodesKey] = codes.ToArray();
        this.Flash(L["验证器已设置好。请保存下面的备用码，只显示这一次。"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellation)
    {
        if (!IsSetUp)
        {
            return NotFound();
        }

        TempData[CodesKey] = (await RecoveryCodes.ReplaceAsync(accounts.Db, _account.Id, cancellation)).ToArray();
        await change.SaveFactorsAsync(accounts.Db, _account, "factor.codes", cancellation);
        this.Flash(L["新的备用码已生成，旧的都不能再用。请保存下面的备用码，只显示这一次。"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (!IsSetUp)
        {
            return NotFound();
        }

        if (!MayRemove)
        {
            Input.Offer = factor.Offer(_account.Id, Secret);
            this.Refuse("", L["您的岗位必须有第二重验证，不能移除最后一种。可以先添加一把通行密钥，或者换一个验证器。"]);
            return this.Again();
        }

        SecondFactor.Remove(_account);
        accounts.Db.RemoveRange(await accounts.Db.RecoveryCodes.Where(c => c.AccountId == _account.Id).ToListAsync(cancellation));
        await change.SaveFactorsAsync(accounts.Db, _account, "factor.remove", cancellation);
        this.Flash(L["验证器已移除，备用码也随之作废。"]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        public string? Offer { get; set; }

        public string? Code { get; set; }
    }
}
