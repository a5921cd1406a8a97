using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web;

/// <summary>
/// The addresses of the portal's pages. Lists carry hundreds of links, and generating each through routing costs more than
/// the rest of the page; a test holds these against the real routes.
/// </summary>
internal static class Links
{
    public const string Home = "/";
    public const string OpportunityList = "/opportunities";
    public const string CapabilityList = "/capabilities";
    public const string ReleaseList = "/releases";
    public const string PairingList = "/pairings";
    public const string MyPairings = "/pairings?mine=true";
    public const string Certificates = "/certificates";
    public const string ReviewedPairings = "/pairings?reviewed=true";
    public const string ShowcaseList = "/showcases";
    public const string Figures = "/figures";
    public const string ReviewedFigures = "/figures?reviewed=true";
    public const string Try = "/try";
    public const string Search = "/search";

    public const string SignIn = "/sign-in";
    public const string SecondFactor = "/sign-in/code";
    public const string SetUpSecondFactor = "/sign-in/set-up";
    public const string SignOut = "/sign-out";
    public const string Register = "/register";
    public const string RegisterCode = "/register/code";
    public const string Claims = "/organisations/claim";
    public const string Review = "/review";
    public const string ReviewReleases = "/review/releases";
    public const string Market = "/review/market";
    public const string Gaps = "/review/gaps";
    public const string PairingBoard = "/review/pairings";
    public const string Workspace = "/workspace";
    public const string Workbooks = "/workspace/workbooks";
    public const string Cases = "/expert/cases";
    public const string AccountList = "/administration/accounts";
    public const string UnitList = "/administration/units";
    public const string WordList = "/administration/words";
    public const string Thesaurus = "/administration/thesaurus";
    public const string Suggestions = $"{Thesaurus}?state=Suggested";
    public const string Matching = "/administration/matching";
    public const string RoleList = "/security/roles";
    public const string FactorResets = "/security/factors";
    public const string SignInByPasskey = "/sign-in/passkey";
    public const string SignInByPasskeyOptions = "/sign-in/passkey?handler=options";
    public const string Privacy = "/privacy";
    public const string Me = "/me";
    public const string AuditTrail = "/audit";
    public const string AuditExport = "/audit/export";
    public const string Forgotten = "/sign-in/forgotten";
    public const string MyPassword = "/me/password";
    public const string MySecondFactor = "/me/second-factor";
    public const string MyPasskeys = "/me/passkeys";
    public const string MySessions = "/me/sessions";
    public const string Notifications = "/me/notifications";
    public const string NotificationChoices = "/me/notifications/choices";
    public const string MyData = "/me/data";
    public const string MyDataFile = "/me/data/file";
    public const string Erase = "/me/erase";
    public const string Confirm = "/me/confirm";
    public const string Consent = "/me/consent";

    /// <summary>Where one proves again who one is, and from there back.</summary>
    public static string ConfirmFor(string back) => $"{Confirm}?returnUrl={Uri.EscapeDataString(back)}";

    public static string MyPhone(Guid organisation) => $"/me/data/phone/{organisation}";

    public static string MailProof(string secret) => $"/me/data/mail/{secret}";

    public static string ConsentFor(string back) => $"{Consent}?returnUrl={Uri.EscapeDataString(back)}";

    public static string SignInTo(string back) => $"{SignIn}?returnUrl={Uri.EscapeDataString(back)}";

    public static string SecondFactorTo(string? back) => back is null ? SecondFactor : $"{SecondFactor}?returnUrl={Uri.EscapeDataString(back)}";

    public static string SetUpSecondFactorTo(string? back) => back is null ? SetUpSecondFactor : $"{SetUpSecondFactor}?returnUrl={Uri.EscapeDataString(back)}";

    public static string Reset(string secret) => $"/sign-in/reset/{secret}";

    public static string Invitation(string secret) => $"/invitations/{secret}";

    public static string Opportunity(Guid id) => $"/opportunities/{id}";

    public static string Capability(Guid id) => $"/capabilities/{id}";

    public static string Match(Guid opportunityId, Guid capabilityId) => $"/matches/{opportunityId}/{capabilityId}";

    public static string Pairing(Guid id) => $"{PairingList}/{id}";

    public static string PairingAct(Guid id, PairingSide side, PairingAction action) => $"{PairingList}/{id}/{side.ToString().ToLowerInvariant()}/{PartOf(action)}";

    public static string Showcase(Guid id) => $"{ShowcaseList}/{id}";

    public static string JoinShowcase(Guid id) => $"{ShowcaseList}/{id}/join";

    public static string WriteShowcase(Guid pairing, PairingSide side) => $"{PairingList}/{pairing}/{side.ToString().ToLowerInvariant()}/showcase";

    public static string ReviewShowcase(Guid id) => $"/review/showcases/{id}";

    /// <summary>The page of an item of a list.</summary>
    public static string Listed(ListKind kind, Guid id) => kind switch { ListKind.Opportunities => Opportunity(id), ListKind.Capabilities => Capability(id), _ => Showcase(id) };

    public static string Certificate(string code) => $"{Certificates}/{code}";

    /// <summary>An interest without a name, for the publisher.</summary>
    public static string VeiledInterest(Guid id) => $"{PairingList}/{id}/veiled";

    public static string PairingTalk(Guid id, int part = 1) => part > 1 ? $"{PairingList}/{id}/talk?part={part}" : $"{PairingList}/{id}/talk";

    public static string PairingFile(Guid id) => $"{PairingList}/files/{id}";

    public static string PairingMeetings(Guid id) => $"{PairingList}/{id}/meetings";

    public static string PairingMeeting(Guid id, Guid meeting) => $"{PairingList}/{id}/meetings/{meeting}";

    public static string PairingCalendar(Guid id, Guid meeting) => $"{PairingList}/{id}/meetings/{meeting}/ics";

    public static string PairingNote(Guid id, PairingSide side) => $"{PairingList}/{id}/notes/{side.ToString().ToLowerInvariant()}";

    public static string BeginPairing(Guid opportunity, Guid? capability) => capability is null ? $"/opportunities/{opportunity}/pair" : $"/opportunities/{opportunity}/pair?capability={capability}";

    public static string Release(Guid id) => $"/releases/{id}";

    public static string ReleasePreview(string key) => $"/releases/preview/{key}";

    public static string ReleaseDownload(Guid id, string format) => $"/releases/{id}/download/{format}";

    public static string Organisation(Guid id) => $"/organisations/{id}";

    public static string OrganisationEdit(Guid id) => $"/organisations/{id}/edit";

    public static string OrganisationLicence(Guid id) => $"/organisations/{id}/licence";

    public static string LicenceFile(Guid id) => $"/organisations/{id}/licence/file";

    public static string OrganisationMembers(Guid id) => $"/organisations/{id}/members";

    public static string OrganisationMandates(Guid id) => $"/organisations/{id}/mandates";

    public static string OrganisationCredit(Guid id) => $"/organisations/{id}/credit";

    public static string CreditAppeal(Guid organisation, Guid entry) => $"/organisations/{organisation}/credit?entry={entry}";

    public static string ReviewOrganisation(Guid id) => $"/review/organisations/{id}";

    public static string Writing(Guid id, string? step = null) => step is null ? $"/workspace/writing/{id}" : $"/workspace/writing/{id}/{step}";

    public static string Attachment(Guid id) => $"/attachments/{id}";

    public static string WritingCheck(Guid id) => $"/workspace/writing/{id}/check";

    public static string ReviewBatch(Guid id) => $"/review/releases/{id}";

    public static string Workbook(Guid id) => $"{Workbooks}/{id}";

    public static string MarkedWorkbook(Guid id) => $"{Workbooks}/{id}/marked";

    public static string WorkbookTemplate(ListKind kind) => $"{Workbooks}/template/{(kind is ListKind.Opportunities ? "needs" : "capabilities")}";

    public static string StopNotifications(string token) => $"/notifications/stop/{token}";

    public static string Watch(Guid opportunity) => $"/opportunities/{opportunity}/watch";

    public static string Ask(Guid opportunity) => $"/opportunities/{opportunity}/ask";

    public static string Question(Guid id) => $"/workspace/questions/{id}";

    public static string Confirmation(Guid capability) => $"/workspace/capabilities/{capability}/current";

    public static string Need(Guid id) => $"/workspace/needs/{id}";

    /// <summary>Companies side by side.</summary>
    public static string NeedChoice(Guid id) => $"/workspace/needs/{id}/choice";

    public static string NeedOthers(Guid id) => $"/workspace/needs/{id}/others";

    public static string Choice(Guid id) => $"/workspace/choices/{id}";

    public static string ChoiceDecision(Guid id) => $"/workspace/choices/{id}/decision";

    public static string Case(Guid id) => $"{Cases}/{id}";

    public static string NeedCorrection(Guid id, string part) => $"/workspace/needs/{id}/correct/{part}";

    public static string Offer(Guid capability) => $"/workspace/capabilities/{capability}";

    public static string OfferCorrection(Guid capability, string part) => $"/workspace/capabilities/{capability}/correct/{part}";

    public static string ReviewSubmission(Guid id) => $"/review/submissions/{id}";

    public static string ReviewClaim(Guid id) => $"/review/claims/{id}";

    public static string ReviewAppeal(Guid entry) => $"/review/appeals/{entry}";

    public static string Account(Guid id) => $"/administration/accounts/{id}";

    public static string Word(string word) => $"{WordList}/{Uri.EscapeDataString(word)}";

    public static string ThesaurusEntry(Guid id) => $"{Thesaurus}/{id}";

    public static string Roles(Guid id) => $"/security/roles/{id}";

    public static string Opportunities(ListFilter filter) => filter.Href(OpportunityList);

    public static string Capabilities(ListFilter filter) => filter.Href(CapabilityList);

    public static string Pairings(ListFilter filter) => filter.Href(PairingList);

    /// <summary>What is written at length has a page of its own.</summary>
    private static string PartOf(PairingAction action) => action switch
    {
        PairingAction.WritePlan => "plan",
        PairingAction.WriteResult => "result",
        _ => action.ToString().ToLowerInvariant()
    };
}
