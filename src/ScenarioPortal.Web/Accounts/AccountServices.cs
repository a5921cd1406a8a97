using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Passkeys;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Everything about who asks and what they may.</summary>
internal static class AccountServices
{
    /// <summary>What makes accounts and links, for commands as well as pages.</summary>
    public static void AddAccountCore(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<IStringLocalizer<Texts>, PortalLocalizer>();
        services.Configure<PasswordHasherOptions>(hasher => PasswordKeeper.HashedSlowly(hasher));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<PasswordKeeper>();
        services.AddSingleton<NewAccount>();
        services.AddSingleton<Letters>();
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<AdministratorLinks>();
    }

    public static void AddPortalAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.Configure<SessionOptions>(configuration.GetSection(SessionOptions.Section));
        services.AddSingleton<SessionReader>();
        services.AddSingleton<SessionKeeper>();
        services.AddSingleton<CurrentPerson>();
        services.AddSingleton<AuditTrail>();
        services.AddIdentityServices();
        services.AddSingleton<ProofKeeper>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<ProofCheck>();
        services.AddSingleton<SecurityChange>();
        services.AddPasskeys(configuration);
        services.AddPrivacy();
        services.AddAuthentication(SessionHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, Policies.Handler>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "__Host-antiforgery";
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;

            // Marked as secure by the policy for cookies; demanding it here would refuse http://127.0.0.1, which browsers trust like TLS.
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.None;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Identity keeps accounts and hashes passwords; sessions, guesses and codes are the portal's own.</summary>
    private static void AddIdentityServices(this IServiceCollection services)
    {
        services.AddScoped<AccountDatabase>();
        services.AddIdentityCore<Account>(identity => identity.User.RequireUniqueEmail = true).AddUserStore<AccountStore>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<GuessLimit>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<CodeSignIn>();
        services.AddScoped<SecondFactorSetUp>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<InvitationAnswer>();
    }

    public static void UsePortalAccounts(this IApplicationBuilder app)
    {
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            OnAppendCookie = cookie => cookie.CookieOptions.Secure |= IsBoundToHost(cookie.CookieName),
            OnDeleteCookie = cookie => cookie.CookieOptions.Secure |= IsBoundToHost(cookie.CookieName)
        });
        app.UseAuthentication();
        app.UseMiddleware<OwnSiteOnly>();
        app.UseRateLimiter();
        app.UseMiddleware<PersonMiddleware>();
        app.UseAuthorization();
    }

    private static bool IsBoundToHost(string cookie) => cookie.StartsWith("__Host-", StringComparison.Ordinal);
}
