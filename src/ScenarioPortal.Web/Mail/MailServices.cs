using Microsoft.Extensions.Options;

namespace ScenarioPortal.Web.Mail;

internal static class MailServices
{
    public static void AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection(MailOptions.Section));
        services.AddSingleton<FolderCarrier>();
        services.AddSingleton<SmtpCarrier>();
        services.AddSingleton<IMailCarrier>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Host is { Length: > 0 }
            ? provider.GetRequiredService<SmtpCarrier>()
            : provider.GetRequiredService<FolderCarrier>());
        services.AddSingleton<MailRoom>();
        services.AddHostedService<MailWorker>();
    }
}
