using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Passkeys;

/// <summary>Passkeys: made for one host name, with the person verified by the device, which makes each two factors at once.</summary>
internal static class PasskeyServices
{
    private const string PublicAddress = "Site:Address";
    private const string Required = "required";

    public static void AddPasskeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PasskeyOptions>(configuration.GetSection(PasskeyOptions.Section));
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PasskeyOptions>>((identity, settings) =>
        {
            var domain = settings.Value.DomainOr(configuration.GetValue<Uri>(PublicAddress));
            identity.ServerDomain = domain;
            identity.UserVerificationRequirement = Required;
            identity.ResidentKeyRequirement = Required;
            identity.AuthenticatorTimeout = ChallengeKeeper.Lifetime;
            identity.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOf(domain, context.Origin));
        });
        services.AddSingleton<ChallengeKeeper>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyCeremonies>();
    }

    /// <summary>TLS, or this machine itself; a page on a subdomain is not the portal.</summary>
    private static bool IsOf(string domain, string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && string.Equals(address.Host, domain, StringComparison.OrdinalIgnoreCase)
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}
