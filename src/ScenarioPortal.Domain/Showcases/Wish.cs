namespace ScenarioPortal.Domain.Showcases;

/// <summary>What a unit that wants the same says: read by those who joined too, by the company and by reviewers.</summary>
public sealed class Wish
{
    public const int WordsMaxLength = 500;
    public const int QuantityMaxLength = 100;

    public Wish(string words, string? quantity, string? regionCode, DateOnly? by, Guid accountId)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(words) && words.Length <= WordsMaxLength, "请用一两句话写明本单位想做什么，不超过 {0} 字。", WordsMaxLength);
        Rule.Require(quantity is not { Length: > QuantityMaxLength }, "数量不超过 {0} 字。", QuantityMaxLength);
        (Words, Quantity, RegionCode, By, AccountId) = (words.Trim(), quantity, regionCode, by, accountId);
    }

    private Wish()
    {
    }

    public string Words { get; private init; } = "";

    /// <summary>As they say it: 300 户, 12 个路口; null is not said.</summary>
    public string? Quantity { get; private init; }

    /// <summary>Where it is wanted.</summary>
    public string? RegionCode { get; private init; }

    /// <summary>By when it is wanted.</summary>
    public DateOnly? By { get; private init; }

    public Guid AccountId { get; private init; }
}
