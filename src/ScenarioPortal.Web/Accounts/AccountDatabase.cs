using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// The accounts as the portal itself sees them, for what happens before a person is known. One context for a request: Identity, the audit entry
/// and the mail that belong together are saved together.
/// </summary>
internal sealed class AccountDatabase(IDbContextFactory<PortalDbContext> databases) : IDisposable, IAsyncDisposable
{
    public PortalDbContext Db { get; } = databases.CreateDbContext();

    public void Dispose() => Db.Dispose();

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
