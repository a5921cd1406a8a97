namespace ScenarioPortal.Domain.Choosing;

/// <summary>One of the pairings among which is chosen, under the name that the publisher was shown.</summary>
public sealed class ChoiceCandidate
{
    internal ChoiceCandidate(int place, Guid pairingId, string company, string capability) =>
        (Place, PairingId, Company, Capability) = (place, pairingId, company, capability);

    private ChoiceCandidate()
    {
    }

    /// <summary>From 1; experts' marks name it.</summary>
    public int Place { get; private init; }

    public Guid PairingId { get; private init; }

    public string Company { get; private init; } = "";

    public string Capability { get; private init; } = "";

    public CandidateOutcome Outcome { get; internal set; }
}

public enum CandidateOutcome
{
    Waiting,
    Chosen,
    NotChosen,

    /// <summary>It had ended already when the publisher decided.</summary>
    Left
}
