using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>One's own start: what waits, where one belongs, and the account itself.</summary>
internal sealed class IndexModel : PageModel
{
    public Person Person => HttpContext.Person;

    public bool HasSecondFactor => Person.HasTimeCode || Person.HasPasskey;

    /// <summary>Registrations of one's own organisations that go on only when somebody here does something.</summary>
    public IEnumerable<Seat> Unfinished =>
        Person.Seats.Where(s => s is { ThroughOperatorId: null, Role: >= MemberRole.Editor, Status: OrganisationStatus.Registered or OrganisationStatus.Returned });

    public bool IsAllDone => HasSecondFactor && !Unfinished.Any();
}
