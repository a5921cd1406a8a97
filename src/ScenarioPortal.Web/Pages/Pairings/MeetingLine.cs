using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>One hour in a list, for this reader.</summary>
internal sealed record MeetingLine(PairingMeeting Meeting, Pairing Pairing, DateTimeOffset Now, Person Person)
{
    /// <summary>The reader's side owes an answer.</summary>
    public bool IsOwed => Pairing.SidesOf(Person).Any(s => Meeting.AnswersOf(s, Now).Contains(MeetingState.Accepted));

    /// <summary>It was ahead, and nobody answered.</summary>
    public bool IsMissed => Meeting.State is MeetingState.Proposed && !Meeting.IsAhead(Now);
}
