namespace ScenarioPortal.Web.Privacy;

/// <summary>What people may do about their own data.</summary>
internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<DataInventory>();
        services.AddSingleton<OwnData>();
        services.AddSingleton<OwnTables>();
        services.AddSingleton<OwnContacts>();
        services.AddSingleton<OwnViewReader>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<ConsentKeeper>();
        services.AddScoped<MailChange>();
        services.AddSingleton<Expiry>();
        services.AddHostedService(s => s.GetRequiredService<Expiry>());
    }
}
