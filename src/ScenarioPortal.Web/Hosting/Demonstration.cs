namespace ScenarioPortal.Web.Hosting;

/// <summary>What an empty database is to be filled with.</summary>
internal sealed record Demonstration
{
    public bool Lists { get; init; }

    /// <summary>Beside the lists, an account for each role.</summary>
    public bool Accounts { get; init; }
}
