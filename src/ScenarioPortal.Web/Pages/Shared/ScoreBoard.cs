using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What the experts gave in both rounds, and what comes of it.</summary>
internal sealed record ScoreBoard
{
    public required Choice Choice { get; init; }

    public required IReadOnlyList<ChoiceOpinion> Opinions { get; init; }

    /// <summary>What the reader calls an expert.</summary>
    public required Func<int, string> NameOf { get; init; }

    public IReadOnlyList<int> Experts => [.. Opinions.Select(o => o.Expert).Distinct().Order()];

    public bool HasSecond => Opinions.Any(o => o.Round == 2);

    public IReadOnlyList<Standing> After(int round) => Standing.Of(Choice, Opinions, round);

    public ChoiceOpinion? Of(int expert, int round) => Opinions.FirstOrDefault(o => o.Expert == expert && o.Round == round);
}
