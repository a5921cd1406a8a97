using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ScenarioPortal.Data;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running portal; it never connects.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>()
            .UsePortalDatabase(PortalDatabaseOptions.CreateDataSource("Host=localhost;Database=portal")).Options);
}
