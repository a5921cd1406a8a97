using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Certificates;

/// <summary>Takes the code of a certificate as it stands on paper.</summary>
internal sealed class IndexModel(IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Code { get; set; }

    public IActionResult OnGet()
    {
        if (Code.OrNull is null)
        {
            return Page();
        }

        if (CheckCode.Read(Code) is { } code)
        {
            return Redirect(Links.Certificate(code));
        }

        this.Refuse("q", L["校验码是 {0} 位字母和数字，没有 0、1、I 和 O。请对照证书再看一遍。", CheckCode.Length]);
        return this.Again();
    }
}
