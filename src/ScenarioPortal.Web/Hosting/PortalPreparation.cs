using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Brings a database to where the program expects it: migrations, code lists and, when it is empty and wanted, the demonstration.</summary>
internal sealed class PortalPreparation(IServiceProvider services, CodeBooks codeBooks, DemonstrationLists demonstration)
{
    public async Task PrepareAsync(bool withDemonstration, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync(cancellation);

        var loader = scope.ServiceProvider.GetRequiredService<CodeListLoader>();
        await loader.LoadAsync(cancellation);
        var demonstrate = withDemonstration && !await db.Opportunities.AnyAsync(cancellation) && !await db.Capabilities.AnyAsync(cancellation);
        if (demonstrate)
        {
            await loader.LoadDemoRegionsAsync(cancellation);
        }

        codeBooks.Replace(await CodeBook.ReadAsync(db, cancellation));
        if (demonstrate)
        {
            await demonstration.LoadAsync(cancellation);
        }
    }
}
