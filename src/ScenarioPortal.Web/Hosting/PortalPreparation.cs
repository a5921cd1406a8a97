using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Rights;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Demonstration;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Brings a database to where the program expects it: migrations, code lists and, when it is empty and wanted, the demonstration.</summary>
internal sealed class PortalPreparation(
    DatabaseAccess access, PortalPaths paths, TimeProvider time, CodeBooks codeBooks, DemonstrationLists lists, DemonstrationAccounts accounts, DemonstrationHistory history)
{
    public Task PrepareAsync(bool withDemonstration, CancellationToken cancellation) =>
        PrepareAsync(new DemonstrationParts { Lists = withDemonstration }, cancellation);

    /// <summary>The accounts that were made for the demonstration, whose passwords nobody will learn again.</summary>
    public async Task<IReadOnlyList<DemonstrationAccount>> PrepareAsync(DemonstrationParts wanted, CancellationToken cancellation)
    {
        await using var owner = PortalDatabaseOptions.CreateDataSource(access.Owner);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(owner);
        await using var db = new PortalDbContext(options.Options);
        await db.Database.MigrateAsync(cancellation);
        await ApplicationRole.EnsureAsync(owner, access.ApplicationSignIn, cancellation);

        var loader = new CodeListLoader(db, time, paths);
        await loader.LoadAsync(cancellation);
        var demonstrate = wanted.Lists && !await db.Opportunities.AnyAsync(cancellation) && !await db.Capabilities.AnyAsync(cancellation);
        if (demonstrate)
        {
            await loader.LoadDemoRegionsAsync(cancellation);
        }

        codeBooks.Replace(await CodeBook.ReadAsync(db, cancellation));
        if (!demonstrate)
        {
            return [];
        }

        if (wanted.History)
        {
            await history.FillAsync(cancellation);
        }

        await lists.LoadAsync(cancellation);
        return wanted.Accounts ? await accounts.MakeAsync(db, cancellation) : [];
    }

    /// <summary>Accounts whose passwords stood on a console have no place where real people work.</summary>
    public static async Task RequireNoDemonstrationAccountsAsync(PortalDbContext db, CancellationToken cancellation)
    {
        if (await db.Accounts.AnyAsync(a => a.IsDemonstration && a.DisabledAt == null && a.ErasedAt == null, cancellation))
        {
            throw new UnsafeSettingsException("数据库里还有演示账号，不能作为正式环境启动。请换一个数据库，或者设置 DOTNET_ENVIRONMENT=Demonstration。");
        }
    }
}
