using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>What a batch says of itself, without its rows.</summary>
internal sealed record ReleasedBatch
{
    public required ListKind Kind { get; init; }

    public required int Year { get; init; }

    public required int Batch { get; init; }

    public required string Title { get; init; }

    public required string? CoverNote { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    public required string ContentHash { get; init; }

    public required int Size { get; init; }
}
