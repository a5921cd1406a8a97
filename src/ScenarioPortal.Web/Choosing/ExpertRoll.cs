using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Accounts;

namespace ScenarioPortal.Web.Choosing;

/// <summary>Who can be asked as an expert, by name: publishers see neither accounts nor roles, so it is read behind the pages and says no more than this.</summary>
internal sealed class ExpertRoll(IDbContextFactory<PortalDbContext> databases)
{
    private const int AtMost = 200;

    /// <summary>All experts who are no members of these organisations.</summary>
    public async Task<IReadOnlyList<ExpertName>> ReadAsync(IEnumerable<Guid> organisations, CancellationToken cancellation)
    {
        var concerned = organisations.Distinct().ToArray();
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await work.Accounts
            .Where(a => a.DisabledAt == null && a.ErasedAt == null && work.StaffGrants.Any(g => g.AccountId == a.Id && g.Role == StaffRole.Expert)
                && !work.Memberships.Any(m => m.AccountId == a.Id && concerned.Contains(m.OrganisationId)))
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(AtMost).Select(a => new ExpertName(a.Id, a.DisplayName)).ToListAsync(cancellation);
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
