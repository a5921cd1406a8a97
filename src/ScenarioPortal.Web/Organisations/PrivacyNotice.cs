namespace ScenarioPortal.Web.Organisations;

/// <summary>What people are told about their data when they register; another text is another version.</summary>
internal static class PrivacyNotice
{
    public const string Version = "2026-11";
}
