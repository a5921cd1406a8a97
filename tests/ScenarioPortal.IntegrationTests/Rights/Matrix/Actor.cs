using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Somebody who asks: their cookies, and a token for forms.</summary>
internal sealed record Actor
{
    public required string Name { get; init; }

    /// <summary>Null for whoever the portal takes for a visitor.</summary>
    public Account? Account { get; init; }

    public string Cookies { get; init; } = "";

    public string Token { get; init; } = "";

    /// <summary>As the audit trail calls them.</summary>
    public string InTrail => Account is null ? AuditTrail.Visitor : AuditTrail.ActorOf(Account.Id);
}
