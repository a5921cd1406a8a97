namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>A capability whose organisation is asked whether it is still current.</summary>
internal sealed record Confirmation(Guid Id, string Title, DateTimeOffset DueAt, DateTimeOffset Now);
