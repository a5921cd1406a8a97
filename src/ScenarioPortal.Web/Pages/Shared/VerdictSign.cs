using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>How a verdict looks: a colour and an icon, always beside its word.</summary>
internal static class VerdictSign
{
    extension(Verdict verdict)
    {
        public string CssClass => verdict switch
        {
            Verdict.Met => "met",
            Verdict.Partly => "partly",
            Verdict.Unmet => "unmet",
            _ => "unknown"
        };

        public string Icon => verdict switch
        {
            Verdict.Met => "bi-check-lg",
            Verdict.Partly => "bi-circle-half",
            Verdict.Unmet => "bi-x-lg",
            _ => "bi-dash-lg"
        };
    }
}
