using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>One offer of a capability list (能力清单), as its file states it. Absent is not stated.</summary>
public sealed record CapabilityRow
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 8_000;

    public required RowOrigin Origin { get; init; }

    /// <summary>An identifier that the sender keeps stable (编号, jsonl <c>id</c>); 序号 is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>1–200 characters on one line; taken from the description's beginning where the list has no column for it.</summary>
    public required string Title { get; init; }

    /// <summary>1–8,000 characters; where the file has none, what else describes the offer.</summary>
    public required string Description { get; init; }

    public string? Company { get; init; }

    /// <summary>The company's 统一社会信用代码, checked.</summary>
    public string? CompanyCode { get; init; }

    public string? CompanyProfile { get; init; }

    public RegionText? Region { get; init; }

    /// <summary>A development zone, which has no code.</summary>
    public string? Zone { get; init; }

    public string? Field { get; init; }

    /// <summary>Short phrases without repetition.</summary>
    public IReadOnlyList<string> Tech { get; init; } = [];

    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Technology readiness level, 1–9.</summary>
    public int? Trl { get; init; }

    public string? Innovation { get; init; }

    public string? Effect { get; init; }

    public string? TargetCustomers { get; init; }

    public string? ApplicableScenes { get; init; }

    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    /// <summary>What stands beside the certificates in sentences.</summary>
    public string? Qualifications { get; init; }

    /// <summary>Names or codes, not yet looked up.</summary>
    public IReadOnlyList<string> ServiceRegions { get; init; } = [];

    /// <summary>How many projects it takes on at the same time, 1–999.</summary>
    public int? ProjectsAtOnce { get; init; }

    public string? Contact { get; init; }

    /// <summary>What stood under headers that feed no field, by header.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}
