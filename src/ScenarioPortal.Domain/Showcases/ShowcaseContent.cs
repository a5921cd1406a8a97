using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Showcases;

/// <summary>What both sides tell others of how it was done. What was measured is not among it: that stands in the certificate.</summary>
public sealed record ShowcaseContent
{
    public const int TitleMaxLength = 100;
    public const int TextMaxLength = 2000;
    public const int AppliesMaxLength = 500;
    public const int MaxWeeks = 520;
    public const decimal MaxCost = 1_000_000;

    public required string Title { get; init; }

    /// <summary>What hurt before.</summary>
    public required string Problem { get; init; }

    public required string Solution { get; init; }

    /// <summary>怎么做的: who did what, in which order.</summary>
    public required string Approach { get; init; }

    /// <summary>From the first day to the result; null is not said.</summary>
    public int? Weeks { get; init; }

    /// <summary>In 万元; null when one of the two does not want to say.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What must be given elsewhere for it to work there too.</summary>
    public required string Conditions { get; init; }

    /// <summary>踩过的坑; null is none.</summary>
    public string? Pitfalls { get; init; }

    /// <summary>Where it can be applied.</summary>
    public required string Applies { get; init; }

    /// <summary>Which of the two answers whoever wants to know more.</summary>
    public required PairingSide Contact { get; init; }

    internal void Check()
    {
        Rule.Require(IsText(Title) && Title.Length <= TitleMaxLength, "请填写案例名称，不超过 {0} 字。", TitleMaxLength);
        Rule.Require(IsText(Problem) && IsText(Solution) && IsText(Approach) && IsText(Conditions) && IsText(Applies), "请写明原来的问题、解决办法、怎么做的、复制的条件和适用的地方。");
        Rule.Require(new[] { Problem, Solution, Approach, Conditions, Pitfalls }.All(t => t is not { Length: > TextMaxLength }), "每一段不超过 {0} 字。", TextMaxLength);
        Rule.Require(Applies.Length <= AppliesMaxLength, "适用的地方不超过 {0} 字。", AppliesMaxLength);
        Rule.Require(Weeks is null or (>= 1 and <= MaxWeeks), "周数是 1 到 {0}。", MaxWeeks);
        Rule.Require(Cost is null or (> 0 and <= MaxCost), "花费是大于 0 的数，单位万元。");
        Rule.Require(Contact is PairingSide.Publisher or PairingSide.Company, "请选由哪一方答复。");
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);
}
