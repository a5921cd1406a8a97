namespace ScenarioPortal.Domain.Verification;

/// <summary>A plan (验证方案) as it was written once. What is written anew is another one; the pairing says which counts, and whether both agreed.</summary>
public sealed class VerificationPlan
{
    internal VerificationPlan(Guid pairingId, int number, PlanContent content) =>
        (PairingId, Number, Content, Hash) = (pairingId, number, content, ContentHash.Of(content));

    private VerificationPlan()
    {
    }

    public Guid PairingId { get; private init; }

    /// <summary>That of the event with which it was written.</summary>
    public int Number { get; private init; }

    public PlanContent Content { get; private init; } = null!;

    /// <summary>SHA-256 of the content, as lower-case hex.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Whether the content is still what was written.</summary>
    public bool IsIntact() => Hash == ContentHash.Of(Content);
}
