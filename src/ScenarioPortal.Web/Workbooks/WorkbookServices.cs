using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Everything about lists that organisations upload.</summary>
internal static class WorkbookServices
{
    public static void AddPortalWorkbooks(this IServiceCollection services)
    {
        services.AddSingleton<PersonReader>();
        services.AddSingleton<NeedIntake>();
        services.AddSingleton<OfferIntake>();
        services.AddSingleton<HandInRows>();
        services.AddSingleton<RowWork>();
        services.AddScoped<TakeIn>();
        services.AddSingleton<WorkbookDesk>();
        services.AddHostedService<WorkbookWorker>();
    }
}
