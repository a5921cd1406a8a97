namespace ScenarioPortal.Web.Matches;

/// <summary>What this node has not taken in yet.</summary>
/// <param name="Changes">How many committed changes.</param>
/// <param name="IsAnotherDatabase">The database is not the one that was read, so nothing can be counted.</param>
/// <param name="SinceLastLook">How long ago it had last taken in everything.</param>
internal sealed record IndexLag(int Changes, bool IsAnotherDatabase, TimeSpan SinceLastLook);
