using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Hosting;

/// <summary>The database as one person sees it: what a request reads and writes goes through here, on connections apart from those that work behind the pages.</summary>
internal sealed class RequestDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly PooledDbContextFactory<PortalDbContext> _contexts;

    public RequestDatabase(DatabaseAccess access)
    {
        _source = PortalDatabaseOptions.CreateDataSource(access.Application);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(_source);
        _contexts = new PooledDbContextFactory<PortalDbContext>(options.Options);
    }

    public PortalDbContext OpenFor(Person person)
    {
        var db = _contexts.CreateDbContext();
        db.Person = person;
        return db;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
