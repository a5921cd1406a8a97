using ScenarioPortal.Data.Rights;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Two ways into the same database: as its owner, only to bring it up to date; as the application's role, for everything else.</summary>
internal sealed record DatabaseAccess
{
    public required string Owner { get; init; }

    /// <summary>A sign-in of its own for the application's role; without one the owner's connection takes that role.</summary>
    public string? ApplicationSignIn { get; init; }

    public string Application => ApplicationRole.ConnectionString(Owner, ApplicationSignIn);
}
