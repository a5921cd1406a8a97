namespace ScenarioPortal.Domain.Organisations;

/// <summary>A certificate (资质证书) as its holder states it.</summary>
public sealed record Certificate
{
    public const int NameMaxLength = 100;
    public const int IssuerMaxLength = 100;
    public const int NumberMaxLength = 60;
    public const int AtMost = 30;

    /// <summary>So long before it ends its holder is told.</summary>
    public const int AnnouncedDays = 60;

    public required string Name { get; init; }

    public string? Issuer { get; init; }

    public string? Number { get; init; }

    /// <summary>Its last day; null has no end, or none was stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    public bool HasExpired(DateOnly today) => ValidUntil < today;

    public bool EndsSoon(DateOnly today) => ValidUntil >= today && ValidUntil <= today.AddDays(AnnouncedDays);

    internal static void Check(IReadOnlyList<Certificate> certificates)
    {
        Rule.Require(certificates.Count <= AtMost, "资质证书最多 {0} 项。", AtMost);
        Rule.Require(certificates.All(c => c.Name.Length is > 0 and <= NameMaxLength && c.Issuer is not { Length: > IssuerMaxLength } && c.Number is not { Length: > NumberMaxLength }),
            "每项证书都要有名称；名称、发证机构各不超过 {0} 字，编号不超过 {1} 字。", NameMaxLength, NumberMaxLength);
    }
}
