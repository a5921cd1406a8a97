using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Privacy;

/// <summary>
/// What organisations keep of a person as the one to ask follows what that person corrects. Whether it is shown in public stays as the person agreed.
/// The caller saves, and changes the account afterwards: by what it was, its contacts are found.
/// </summary>
internal sealed class OwnContacts(AuditTrail audit, TimeProvider time)
{
    public async Task RenameAsync(PortalDbContext db, Account account, string name, CancellationToken cancellation)
    {
        foreach (var contact in await db.ContactsOf(account).Where(c => c.Name == account.DisplayName).ToListAsync(cancellation))
        {
            Correct(db, contact, name, contact.Phone, contact.Email);
        }
    }

    public async Task MoveAsync(PortalDbContext db, Account account, string email, CancellationToken cancellation)
    {
        var former = LikePattern.Of(account.Email!);
        foreach (var contact in await db.ContactsOf(account).Where(c => EF.Functions.ILike(c.Email!, former)).ToListAsync(cancellation))
        {
            Correct(db, contact, contact.Name, contact.Phone, email);
        }
    }

    public void CallAt(PortalDbContext db, OrganisationContact contact, string phone) => Correct(db, contact, contact.Name, phone, contact.Email);

    private void Correct(PortalDbContext db, OrganisationContact contact, string name, string phone, string? email)
    {
        var isShown = contact.ShownSince is not null;
        contact.Correct(name, phone, email);
        contact.Show(isShown, time.GetUtcNow());
        audit.Note(db, new Act { Action = "contact.correct", Organisation = contact.OrganisationId, SubjectKind = nameof(Organisation), Subject = contact.OrganisationId });
    }
}
