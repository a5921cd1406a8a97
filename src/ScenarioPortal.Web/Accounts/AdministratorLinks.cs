using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>The way in for the first people: a link that works once, told at the console to whoever runs the machine.</summary>
internal sealed class AdministratorLinks(IDbContextFactory<PortalDbContext> databases, OneTimeLinks links, TimeProvider time)
{
    /// <param name="email">Whose it will be; empty when whoever opens the link says it.</param>
    /// <param name="role">Which of the three administrators.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string> MakeAsync(string email, StaffRole role, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var address = links.InvitationAddress(db, new Invited { Email = email, To = new Invitation { StaffRole = role } });
        db.Add(new Act { Action = "administrator.invite", Detail = new { role = role.ToString() } }.By($"command:{Environment.UserName}", time.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        return address;
    }

    /// <summary>For a portal in which nobody has an account yet: a link for a system administrator.</summary>
    public async Task<string?> MakeForTheFirstAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Accounts.AnyAsync(cancellation) ? null : await MakeAsync("", StaffRole.SystemAdministrator, cancellation);
    }
}
