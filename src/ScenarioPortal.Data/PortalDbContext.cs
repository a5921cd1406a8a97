using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Data;

/// <summary>Everything the portal keeps.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Scenario> Scenarios => Set<Scenario>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<Capability> Capabilities => Set<Capability>();

    public DbSet<ListRelease> ListReleases => Set<ListRelease>();

    public DbSet<Match> Matches => Set<Match>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Field> Fields => Set<Field>();

    public DbSet<CodeListEntry> CodeListEntries => Set<CodeListEntry>();

    public DbSet<CodeListVersion> CodeListVersions => Set<CodeListVersion>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves what changed together with the outbox rows that must follow from it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        OutboxRows.AddFor(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The same for the few libraries that cannot wait.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        OutboxRows.AddFor(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
