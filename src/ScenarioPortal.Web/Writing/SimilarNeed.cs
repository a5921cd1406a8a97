using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Writing;

/// <summary>A published need that is like what is being written, and what the writer says to it.</summary>
internal sealed record SimilarNeed
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Where it is, as people read it: 示范市云桥区.</summary>
    public string? Region { get; init; }

    public required OpportunityStatus Status { get; init; }

    public OpportunityEnding? Ending { get; init; }

    /// <summary>0–1; null where the text has moved on and only the answer remains.</summary>
    public double? Score { get; init; }

    /// <summary>What both speak of, in the words of that need.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    public SimilarAnswer Answer { get; init; } = SimilarAnswer.None;

    public string Href => Links.Opportunity(Id);
}
