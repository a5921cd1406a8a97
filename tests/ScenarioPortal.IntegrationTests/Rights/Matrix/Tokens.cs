using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>The tokens that a page of the portal would have given somebody.</summary>
internal static class Tokens
{
    public static Actor Armed(IServiceProvider services, string name, Account? account, string cookies)
    {
        using var scope = services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (account is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account.Id}")], SessionHandler.SchemeName));
        }

        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
        return new Actor { Name = name, Account = account, Cookies = $"{cookies}__Host-antiforgery={tokens.CookieToken}", Token = tokens.RequestToken! };
    }
}
