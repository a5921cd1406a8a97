using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Records that a person agreed, or does not agree any more: to which version, when, and from where. The caller saves.</summary>
internal sealed class ConsentKeeper(IHttpContextAccessor http, AuditTrail audit, TimeProvider time)
{
    public void Give(PortalDbContext db, Guid account, ConsentPurpose purpose)
    {
        db.Add(new Consent
        {
            AccountId = account,
            Purpose = purpose,
            Version = PrivacyNotice.Version,
            GivenAt = time.GetUtcNow(),
            Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString()
        });
        Note(db, "consent.give", account, purpose);
    }

    /// <summary>A contact person who does not agree any more is not shown any more, at once.</summary>
    public async Task WithdrawAsync(PortalDbContext db, Account account, ConsentPurpose purpose, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var consent in await db.ConsentsOf(account.Id).Where(c => c.Purpose == purpose && c.WithdrawnAt == null).ToListAsync(cancellation))
        {
            consent.WithdrawnAt = now;
        }

        if (purpose is ConsentPurpose.PublicContact)
        {
            foreach (var contact in await db.ContactsOf(account).ToListAsync(cancellation))
            {
                contact.Show(agreed: false, now);
            }
        }

        Note(db, "consent.withdraw", account.Id, purpose);
    }

    private void Note(PortalDbContext db, string action, Guid account, ConsentPurpose purpose) =>
        audit.Note(db, new Act { Action = action, SubjectKind = "account", Subject = account, Detail = new { purpose = purpose.ToString(), version = PrivacyNotice.Version } });
}
