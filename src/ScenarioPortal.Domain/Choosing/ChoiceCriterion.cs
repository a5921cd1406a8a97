namespace ScenarioPortal.Domain.Choosing;

/// <summary>By what companies are compared, and how much it counts.</summary>
public sealed record ChoiceCriterion
{
    public const int NameMaxLength = 30;
    public const int AtMost = 8;

    /// <summary>All weights together.</summary>
    public const int Whole = 100;

    public required string Name { get; init; }

    /// <summary>In hundredths.</summary>
    public required int Weight { get; init; }

    /// <summary>What a publisher begins with who sets nothing else.</summary>
    public static IReadOnlyList<ChoiceCriterion> Usual { get; } =
    [
        new() { Name = "技术契合", Weight = 30 },
        new() { Name = "案例与成效", Weight = 25 },
        new() { Name = "实施方案", Weight = 20 },
        new() { Name = "报价与投入", Weight = 15 },
        new() { Name = "服务保障", Weight = 10 }
    ];

    internal static void Check(IReadOnlyList<ChoiceCriterion> criteria)
    {
        Rule.Require(criteria.Count is > 0 and <= AtMost, "请写 1 到 {0} 项比选标准。", AtMost);
        Rule.Require(criteria.All(c => c.Name.Trim().Length is > 0 and <= NameMaxLength), "每项标准都要有名称，不超过 {0} 字。", NameMaxLength);
        Rule.Require(criteria.DistinctBy(c => c.Name.Trim()).Count() == criteria.Count, "有两项标准的名称相同，请合成一项。");
        Rule.Require(criteria.All(c => c.Weight is > 0 and <= Whole), "每项标准的权重是 1 到 {0}。", Whole);
        Rule.Require(criteria.Sum(c => c.Weight) == Whole, "权重加起来应该是 {0}，现在是 {1}。", Whole, criteria.Sum(c => c.Weight));
    }
}
