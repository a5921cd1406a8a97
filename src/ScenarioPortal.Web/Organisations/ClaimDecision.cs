using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Decides a claim: granted, the claimant becomes the first owner. The database lets a reviewer put only that person in, and only after granting.</summary>
internal sealed class ClaimDecision(RegistrationDesk desk, OrganisationMail mail, AuditTrail audit, TimeProvider time)
{
    public async Task DecideAsync(PortalDbContext db, ClaimVerdict verdict, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var claim = await db.OrganisationClaims.SingleAsync(c => c.Id == verdict.ClaimId, cancellation);
        await db.LockMembersAsync(claim.OrganisationId, cancellation);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == claim.OrganisationId, cancellation);
        if (verdict.Granted && await desk.HasMembersAsync(organisation.Id, cancellation))
        {
            throw new RuleBrokenException("“{0}”已经有负责人了，这项认领只能不通过。", organisation.Name);
        }

        db.Entry(claim).Property(c => c.Revision).OriginalValue = verdict.Revision;
        claim.Decide(verdict.Granted, verdict.Refusal, time.GetUtcNow());
        audit.Note(db, new Act { Action = verdict.Granted ? "claim.grant" : "claim.refuse", Organisation = organisation.Id, SubjectKind = nameof(OrganisationClaim), Subject = claim.Id, Detail = new { claim.AccountId } });
        mail.Send(db, verdict.Email, verdict.Granted ? OrganisationLetter.ClaimGranted(organisation.Name) : OrganisationLetter.ClaimRefused(organisation.Name));
        await db.SaveChangesAsync(cancellation);
        if (verdict.Granted)
        {
            db.Add(new Membership(organisation.Id, claim.AccountId, MemberRole.Owner, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}

/// <summary>What a reviewer says about a claim.</summary>
internal sealed record ClaimVerdict
{
    public required Guid ClaimId { get; init; }

    /// <summary>The revision that the reviewer had before their eyes.</summary>
    public required int Revision { get; init; }

    /// <summary>The address of the claimant, for the letter.</summary>
    public required string Email { get; init; }

    /// <summary>Why not; null when it is granted.</summary>
    public string? Refusal { get; init; }

    public bool Granted => Refusal is null;
}
