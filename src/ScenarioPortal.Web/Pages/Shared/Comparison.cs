using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>Companies side by side: one column for each, on a phone one card for each row.</summary>
internal sealed record Comparison
{
    public required IReadOnlyList<ComparedCompany> Companies { get; init; }

    /// <summary>The conditions of the need, as the papers name them.</summary>
    public IReadOnlyList<ConditionView> Conditions => Companies.Count == 0 ? [] : Companies[0].Content.Conditions;
}

/// <summary>One column.</summary>
internal sealed record ComparedCompany
{
    public required string Name { get; init; }

    public required string Capability { get; init; }

    public required DossierContent Content { get; init; }

    /// <summary>The pair's page, for those who may open it.</summary>
    public Guid? PairingId { get; init; }

    /// <summary>Where it stands now: 对接, 选中.</summary>
    public string? Now { get; init; }
}
