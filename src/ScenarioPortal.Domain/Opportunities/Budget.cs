using System.Globalization;

namespace ScenarioPortal.Domain.Opportunities;

/// <summary>An amount of money in 万元, a range or only one end of it. Absent means not stated, never zero.</summary>
public sealed record Budget
{
    public const decimal Ceiling = 10_000_000m;

    public Budget(decimal? minimum, decimal? maximum)
    {
        Rule.Require(minimum is not null || maximum is not null, "预算至少要有一端。");
        Rule.Require(minimum is null or (> 0 and <= Ceiling) && maximum is null or (> 0 and <= Ceiling),
            "预算应大于 0 且不超过 {0} 万元。", Ceiling.ToString("0", CultureInfo.InvariantCulture));
        Rule.Require(minimum is null || maximum is null || minimum <= maximum, "预算的下限不能高于上限。");
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Lower end in 万元, where one is stated.</summary>
    public decimal? Minimum { get; }

    /// <summary>Upper end in 万元, where one is stated.</summary>
    public decimal? Maximum { get; }

    public static Budget Exactly(decimal amount) => new(amount, amount);
}
