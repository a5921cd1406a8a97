using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Web.Localisation;

/// <summary>States of showcases in words.</summary>
internal static class ShowcaseTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Word(ShowcaseState state) => state switch
        {
            ShowcaseState.Draft => L["等对方同意"],
            ShowcaseState.Submitted => L["待审核"],
            ShowcaseState.Returned => L["已退回"],
            ShowcaseState.Approved => L["审核通过，等待发布"],
            _ => L["已发布"]
        };
    }
}
