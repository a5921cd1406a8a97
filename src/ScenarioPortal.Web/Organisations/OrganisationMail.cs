using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Writes to the owners of an organisation; whoever makes it write does not learn who they are.</summary>
internal sealed class OrganisationMail(IDbContextFactory<PortalDbContext> databases, TimeProvider time)
{
    /// <summary>Adds a letter to each owner to what the context will save.</summary>
    public Task ToOwnersAsync(PortalDbContext db, Guid organisationId, OrganisationLetter letter, CancellationToken cancellation) =>
        ToMembersAsync(db, organisationId, [MemberRole.Owner], letter, cancellation);

    public void Send(PortalDbContext db, string to, OrganisationLetter letter)
    {
        var now = time.GetUtcNow();
        db.Add(new MailMessage { To = to, Subject = string.Concat(letter.Subject.Where(c => !char.IsControl(c))), Body = letter.Body, CreatedAt = now, DueAt = now });
    }

    private async Task ToMembersAsync(PortalDbContext db, Guid organisationId, MemberRole[] roles, OrganisationLetter letter, CancellationToken cancellation)
    {
        await using var work = await databases.CreateDbContextAsync(cancellation);
        var readers = await (
            from membership in work.Memberships
            join account in work.Accounts on membership.AccountId equals account.Id
            where membership.OrganisationId == organisationId && roles.Contains(membership.Role) && account.DisabledAt == null && account.Email != null
            select account.Email).ToListAsync(cancellation);
        foreach (var reader in readers)
        {
            Send(db, reader!, letter);
        }
    }
}
