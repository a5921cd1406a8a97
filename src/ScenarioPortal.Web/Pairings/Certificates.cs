using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Issues the certificate of a pairing that has just been verified, in the transaction of whoever confirms it.</summary>
internal sealed class Certificates(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    public async Task IssueAsync(Pairing pairing, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var known = await db.Pairings.Where(p => p.Id == pairing.Id).Select(p => new
        {
            Publisher = db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.Name).First(),
            Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
            Plan = db.VerificationPlans.First(v => v.PairingId == p.Id && v.Number == p.Proof.PlanNumber),
            Result = db.VerificationResults.First(v => v.PairingId == p.Id && v.Number == p.Proof.ResultNumber)
        }).SingleAsync(cancellation);
        var (plan, result) = (known.Plan.Content, known.Result.Content);
        var number = await db.Database.SqlQuery<long>($"SELECT nextval('certificate_numbers') AS \"Value\"").SingleAsync(cancellation);
        var certificate = new VerificationCertificate(pairing.Id, string.Create(CultureInfo.InvariantCulture, $"{now.DayInShanghai():yyyy}-证-{number:0000}"), CheckCode.New(), new CertificateContent
        {
            PairingNumber = pairing.Number,
            Need = pairing.NeedTitle,
            Capability = pairing.CapabilityTitle,
            Publisher = known.Publisher,
            Company = known.Company,
            From = plan.From,
            To = plan.To,
            Values = [.. plan.Criteria.Zip(result.Values, (criterion, measured) => new CertifiedValue(criterion, measured))],
            Witness = result.Witness,
            Conclusion = result.Conclusion,
            Reason = result.Reason,
            PlanHash = known.Plan.Hash
        }, now);
        db.Add(certificate);
        audit.Note(db, new Act
        {
            Action = "certificate.issue",
            Organisation = pairing.PublisherId,
            SubjectKind = nameof(VerificationCertificate),
            Subject = pairing.Id,
            Detail = new { number = certificate.Number, hash = ContentHash.Of(certificate.Content) }
        });
        await db.SaveChangesAsync(cancellation);
    }
}
