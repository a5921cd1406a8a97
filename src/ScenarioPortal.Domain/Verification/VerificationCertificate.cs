namespace ScenarioPortal.Domain.Verification;

/// <summary>Says that a pairing was verified. Whoever holds its code may read it, and nobody else has to be asked.</summary>
public sealed class VerificationCertificate
{
    public const int NumberMaxLength = 40;

    public VerificationCertificate(Guid pairingId, string number, string code, CertificateContent content, DateTimeOffset now) =>
        (PairingId, Number, Code, Content, IssuedAt) = (pairingId, number, code, content, now);

    private VerificationCertificate()
    {
    }

    public Guid PairingId { get; private init; }

    /// <summary>Such as 2026-证-0007.</summary>
    public string Number { get; private init; } = "";

    public string Code { get; private init; } = "";

    public CertificateContent Content { get; private init; } = null!;

    public DateTimeOffset IssuedAt { get; private init; }
}
