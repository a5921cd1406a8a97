namespace ScenarioPortal.Domain.Verification;

/// <summary>A result as it was written once, to the plan that held then.</summary>
public sealed class VerificationResult
{
    internal VerificationResult(Guid pairingId, int number, ResultContent content) =>
        (PairingId, Number, Content, Hash) = (pairingId, number, content, ContentHash.Of(content));

    private VerificationResult()
    {
    }

    public Guid PairingId { get; private init; }

    /// <summary>That of the event with which it was written.</summary>
    public int Number { get; private init; }

    public ResultContent Content { get; private init; } = null!;

    public string Hash { get; private init; } = "";
}
