using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Publication;

/// <summary>Carries out what an organisation decides on its published capability: correct it, confirm it, withdraw it, put it back.</summary>
internal sealed class CapabilityDesk(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    public Task CorrectAsync(Capability capability, Offer corrected, Correction correction, CancellationToken cancellation)
    {
        capability.Correct(corrected, correction, time.GetUtcNow());
        return SaveAsync(capability, "capability.correct", new { addendum = capability.Addenda.Count, parts = capability.Addenda[^1].Parts }, cancellation);
    }

    public Task ConfirmAsync(Capability capability, CancellationToken cancellation)
    {
        capability.Confirm(time.GetUtcNow());
        return SaveAsync(capability, "capability.confirm", null, cancellation);
    }

    public Task WithdrawAsync(Capability capability, string why, CancellationToken cancellation)
    {
        capability.Withdraw(why, time.GetUtcNow());
        return SaveAsync(capability, "capability.withdraw", null, cancellation);
    }

    public Task RestoreAsync(Capability capability, CancellationToken cancellation)
    {
        capability.Restore(time.GetUtcNow());
        return SaveAsync(capability, "capability.restore", null, cancellation);
    }

    private Task<int> SaveAsync(Capability capability, string action, object? detail, CancellationToken cancellation)
    {
        audit.Note(db, new Act { Action = action, Organisation = capability.OrganisationId, SubjectKind = nameof(Capability), Subject = capability.Id, Detail = detail });
        return db.SaveChangesAsync(cancellation);
    }
}
