namespace ScenarioPortal.Web.Privacy;

/// <summary>What people are told about their data, in the words of <c>Pages/Shared/_PrivacyNotice</c>; another text is another version, and is asked about anew.</summary>
internal static class PrivacyNotice
{
    public const string Version = "2026-11";
}
