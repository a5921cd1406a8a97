namespace ScenarioPortal.Domain.Choosing;

/// <summary>The papers of one candidate (案卷). Whoever has a conflict of interest, or has not said that there is none, does not read it.</summary>
public sealed class ChoiceDossier
{
    internal ChoiceDossier(Guid choiceId, int candidate, DossierContent content) => (ChoiceId, Candidate, Content) = (choiceId, candidate, content);

    private ChoiceDossier()
    {
    }

    public Guid ChoiceId { get; private init; }

    public int Candidate { get; private init; }

    public DossierContent Content { get; private init; } = null!;
}
