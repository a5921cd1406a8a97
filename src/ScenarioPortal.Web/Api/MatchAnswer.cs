namespace ScenarioPortal.Web.Api;

/// <summary>The capabilities that fit, best first, and why.</summary>
internal sealed record MatchAnswer
{
    public required IReadOnlyList<Match> Matches { get; init; }

    internal sealed record Match
    {
        public required Capability Capability { get; init; }

        /// <summary>0–1.</summary>
        public required double Score { get; init; }

        public required IReadOnlyList<Reason> Reasons { get; init; }
    }

    internal sealed record Capability
    {
        public required Guid Id { get; init; }

        public string? ExternalId { get; init; }

        public required string Title { get; init; }

        public Organisation? Organisation { get; init; }
    }

    internal sealed record Organisation
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    /// <summary>Together the points of all reasons are the score.</summary>
    internal sealed record Reason
    {
        /// <summary>purpose, technology, condition, field, region, maturity, budget, schedule, experience, confirmation, thesaurus or peers.</summary>
        public required string Criterion { get; init; }

        /// <summary>met, partly, unmet or unknown.</summary>
        public required string Verdict { get; init; }

        /// <summary>What it brings to the score, or takes from it.</summary>
        public decimal? Points { get; init; }

        /// <summary>The reason as a sentence.</summary>
        public required string Text { get; init; }

        public required IReadOnlyList<Passage> Passages { get; init; }
    }

    internal sealed record Passage
    {
        /// <summary>need or capability.</summary>
        public required string Side { get; init; }

        public required string Text { get; init; }
    }
}
