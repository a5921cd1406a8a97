using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Web.Pairings;

/// <summary>What was planned, measured and certified of a pairing, for whoever may read its story.</summary>
internal sealed record VerificationView
{
    public required Pairing Subject { get; init; }

    public required DateTimeOffset Now { get; init; }

    public VerificationPlan? Plan { get; init; }

    /// <summary>The last one that was written, confirmed or not.</summary>
    public ResultContent? Result { get; init; }

    /// <summary>Whether the last result was refused, so that another is to be written.</summary>
    public bool IsRefused => Result is not null && Subject.Proof.ResultNumber is null;

    public VerificationCertificate? Certificate { get; init; }

    public IEnumerable<(PlanCriterion Criterion, Measured? Measured)> Rows => Plan!.Content.Criteria.Index().Select(c => (c.Item, Result?.Values.ElementAtOrDefault(c.Index)));

    public static async Task<VerificationView> OfAsync(PortalDbContext db, Pairing subject, DateTimeOffset now, CancellationToken cancellation)
    {
        if (subject.Proof.PlanNumber is null)
        {
            return new VerificationView { Subject = subject, Now = now };
        }

        var found = await db.Pairings.AsNoTracking().Where(p => p.Id == subject.Id).Select(p => new
        {
            Plan = db.VerificationPlans.FirstOrDefault(v => v.PairingId == p.Id && v.Number == p.Proof.PlanNumber),
            Result = db.VerificationResults.Where(v => v.PairingId == p.Id).OrderByDescending(v => v.Number).FirstOrDefault(),
            Certificate = db.VerificationCertificates.FirstOrDefault(c => c.PairingId == p.Id)
        }).SingleAsync(cancellation);
        return new VerificationView { Subject = subject, Now = now, Plan = found.Plan, Result = found.Result?.Content, Certificate = found.Certificate };
    }
}
