using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;

namespace ScenarioPortal.Web.Choosing;

/// <summary>Who can be asked as an expert, by name: publishers see neither accounts nor roles, so it is read behind the pages and says no more than this.</summary>
internal sealed class ExpertRoll(IDbContextFactory<PortalDbContext> databases)
{
    private const int AtMost = 200;

    /// <summary>Experts who are no members of these organisations, as many as a page shows.</summary>
    public async Task<IReadOnlyList<ExpertName>> ReadAsync(IEnumerable<Guid> organisations, CancellationToken cancellation)
    {
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await Independent(work, organisations).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(AtMost).Select(a => new ExpertName(a.Id, a.DisplayName)).ToListAsync(cancellation);
    }

    /// <summary>Whether each of these is one.</summary>
    public async Task<bool> HasAllAsync(IReadOnlyCollection<Guid> experts, IEnumerable<Guid> organisations, CancellationToken cancellation)
    {
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await Independent(work, organisations).CountAsync(a => experts.Contains(a.Id), cancellation) == experts.Count;
    }

    private static IQueryable<Account> Independent(PortalDbContext work, IEnumerable<Guid> organisations)
    {
        var concerned = organisations.Distinct().ToArray();
        return work.Accounts.Where(a => a.DisabledAt == null && a.ErasedAt == null && work.StaffGrants.Any(g => g.AccountId == a.Id && g.Role == StaffRole.Expert)
            && !work.Memberships.Any(m => m.AccountId == a.Id && concerned.Contains(m.OrganisationId)));
    }

    /// <summary>What those who were asked are called, for whoever asked them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> accounts, CancellationToken cancellation)
    {
        var asked = accounts.ToArray();
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await work.Accounts.Where(a => asked.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
    }
}

internal sealed record ExpertName(Guid Id, string Name);
