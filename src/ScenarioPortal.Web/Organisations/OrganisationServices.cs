namespace ScenarioPortal.Web.Organisations;

/// <summary>Everything about registering, running and reviewing organisations.</summary>
internal static class OrganisationServices
{
    public static void AddPortalOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<OrganisationMail>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<ClaimDecision>();
        services.AddSingleton<MailProof>();
        services.AddSingleton<SealedRegistration>();
        services.AddSingleton<NewAccounts>();
    }
}
