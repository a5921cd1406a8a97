using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Rights;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Brings a database to where the program expects it: migrations, code lists and, when it is empty and wanted, the demonstration.</summary>
internal sealed class PortalPreparation(
    DatabaseAccess access, PortalPaths paths, TimeProvider time, CodeBooks codeBooks, DemonstrationLists demonstration)
{
    public async Task PrepareAsync(bool withDemonstration, CancellationToken cancellation)
    {
        await using var owner = PortalDatabaseOptions.CreateDataSource(access.Owner);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(owner);
        await using var db = new PortalDbContext(options.Options);
        await db.Database.MigrateAsync(cancellation);
        await ApplicationRole.EnsureAsync(owner, access.ApplicationSignIn, cancellation);

        var loader = new CodeListLoader(db, time, paths);
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
