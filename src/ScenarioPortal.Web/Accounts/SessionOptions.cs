using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Accounts;

/// <summary>How long a session lives, and who must give a second factor. Section <c>Sessions</c> of the settings.</summary>
internal sealed class SessionOptions
{
    public const string Section = "Sessions";

    /// <summary>Without a request, for government staff, operators and everyone with a post.</summary>
    public TimeSpan StaffIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Without a request, for members of companies and institutes.</summary>
    public TimeSpan CompanyIdle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>However busy: then one signs in again.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>So long after proving who one is, sensitive changes need no new proof.</summary>
    public TimeSpan Confirmed { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>So many browsers at once; the one seen longest ago gives way.</summary>
    public int AtOnce { get; set; } = 5;

    public TimeSpan IdleOf(SignedIn signedIn) => IsStaff(signedIn) ? StaffIdle : CompanyIdle;

    /// <summary>Government staff, operators, reviewers, experts and administrators must have a second factor; to companies it is offered.</summary>
    public static bool IsStaff(SignedIn signedIn) =>
        signedIn.Posts.Count > 0 || signedIn.Seats.Any(s => s.Kind is OrganisationKind.Government or OrganisationKind.Operator);
}
