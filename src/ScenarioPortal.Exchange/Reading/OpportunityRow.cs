using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>One need of an opportunity list (机会清单), as its file states it. Absent is not stated, never zero.</summary>
public sealed record OpportunityRow
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 8_000;

    public required RowOrigin Origin { get; init; }

    /// <summary>An identifier that the sender keeps stable (编号, jsonl <c>id</c>); 序号 is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>1–200 characters on one line.</summary>
    public required string Title { get; init; }

    /// <summary>1–8,000 characters; where the file has none, what else describes the need.</summary>
    public required string Description { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The publisher's 统一社会信用代码, checked.</summary>
    public string? PublisherCode { get; init; }

    public RegionText? Region { get; init; }

    /// <summary>A development zone, which has no code.</summary>
    public string? Zone { get; init; }

    /// <summary>Where it is to be built, in the sender's words.</summary>
    public string? LandingArea { get; init; }

    public string? Field { get; init; }

    public string? Subfield { get; init; }

    /// <summary>场景分类, such as 高价值小切口.</summary>
    public string? Kind { get; init; }

    /// <summary>场景类型, such as 低空应急.</summary>
    public string? ScenarioType { get; init; }

    /// <summary>Short phrases without repetition.</summary>
    public IReadOnlyList<string> RequiredTech { get; init; } = [];

    public string? Cooperation { get; init; }

    public string? Investment { get; init; }

    /// <summary>万元.</summary>
    public Budget? Budget { get; init; }

    /// <summary>The cell's words, where they say more than <see cref="Budget"/> holds.</summary>
    public string? BudgetNote { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>The cell's words, where they say more than <see cref="Deadline"/> holds.</summary>
    public string? DeadlineNote { get; init; }

    public string? AcceptanceCriteria { get; init; }

    /// <summary>A condition is required when its column or jsonl object says so, else wished.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public string? Contact { get; init; }

    /// <summary>What stood under headers that feed no field, by header.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}
