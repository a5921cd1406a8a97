using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Data.Verification;

public static class VerificationQueries
{
    /// <summary>Whoever holds the code reads the certificate; without it nobody finds one.</summary>
    public static IQueryable<VerificationCertificate> WithCode(this DbSet<VerificationCertificate> certificates, string code) =>
        certificates.FromSql($"SELECT * FROM verification_certificate({code})");
}
