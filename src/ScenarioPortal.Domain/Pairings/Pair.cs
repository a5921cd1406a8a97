using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Domain.Pairings;

/// <summary>What is to be brought together, and under which number.</summary>
public sealed record Pair
{
    public required string Number { get; init; }

    public required Opportunity Need { get; init; }

    /// <summary>That of the need.</summary>
    public required Scenario Scenario { get; init; }

    public required Capability Capability { get; init; }
}
