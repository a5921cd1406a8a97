using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Somebody who asks: their cookies, a token for forms, and whose rows are their own.</summary>
internal sealed record Actor
{
    public required string Name { get; init; }

    public Account? Account { get; init; }

    public string Cookies { get; init; } = "";

    public string Token { get; init; } = "";

    /// <summary>The account and the organisations it acts for.</summary>
    public IReadOnlyList<Guid> Own { get; init; } = [];
}
