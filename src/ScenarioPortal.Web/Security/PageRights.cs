using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ScenarioPortal.Web.Security;

/// <summary>Which pages ask for what. A page that stands in no line here is open only to people who are signed in.</summary>
internal static class PageRights
{
    private static readonly string[] OpenToEveryone =
    [
        "/Index", "/Search", "/Try", "/Opportunities/Index", "/Opportunities/Details", "/Capabilities/Index", "/Capabilities/Details", "/Attachment",
        "/Matches/Details", "/Pairings/Index", "/Pairings/Details", "/Pairings/File", "/Figures/Index", "/Showcases/Index", "/Showcases/Details", "/Certificates/Index", "/Certificates/Details", "/Releases/Index", "/Releases/Details", "/Releases/Download", "/Releases/Preview", "/Errors/Error",
        "/SignIn/Index", "/SignIn/Forgotten", "/SignIn/Reset", "/SignIn/Invitation",
        "/Register/Index", "/Register/Code", "/Organisations/Details", "/Privacy", "/Passkeys/SignIn", "/Notifications/Stop"
    ];

    /// <summary>For people whose second factor is still to come.</summary>
    private static readonly string[] OpenHalfway = ["/SignIn/Code", "/SignIn/SetUp", "/SignIn/SignOut"];

    private static readonly (string Page, string Policy)[] Pages = [("/Opportunities/Ask", Policies.Company)];

    private static readonly (string Folder, string Policy)[] Folders =
    [
        ("/Review", Policies.Reviewer),
        ("/Market", Policies.BothSides),
        ("/Expert", Policies.Expert),
        ("/Administration", Policies.SystemAdministrator),
        ("/Security", Policies.SecurityAdministrator),
        ("/Audit", Policies.AuditAdministrator)
    ];

    public static void AddTo(PageConventionCollection pages)
    {
        foreach (var page in OpenToEveryone)
        {
            pages.AllowAnonymousToPage(page);
        }

        foreach (var page in OpenHalfway)
        {
            pages.AuthorizePage(page, Policies.HalfSignedIn);
        }

        foreach (var (page, policy) in Pages)
        {
            pages.AuthorizePage(page, policy);
        }

        foreach (var (folder, policy) in Folders)
        {
            pages.AuthorizeFolder(folder, policy);
        }
    }
}
