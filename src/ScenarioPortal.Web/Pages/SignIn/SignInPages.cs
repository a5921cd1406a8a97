using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>What the pages on the way in have in common.</summary>
internal static class SignInPages
{
    extension(PageModel page)
    {
        /// <summary>Where to go back to, if that is a page of this portal.</summary>
        public string? LocalReturnUrl(string? returnUrl) =>
            page.Url.IsLocalUrl(returnUrl) && !returnUrl!.Any(char.IsControl) ? returnUrl : null;

        /// <summary>Too many wrong tries: says until when to wait, and what helps meanwhile.</summary>
        public IActionResult Wait(DateTimeOffset until, IStringLocalizer<Texts> L)
        {
            var time = page.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            var seconds = Math.Max(1, (int)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
            page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            page.Refuse("", L["试错的次数太多。请等到 {0:HH:mm:ss}（北京时间）之后再试。", until.InShanghai()]);
            return page.Again(StatusCodes.Status429TooManyRequests);
        }
    }
}
