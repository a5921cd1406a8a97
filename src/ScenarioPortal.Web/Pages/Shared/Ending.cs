using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>How and when a need ended, for the banner.</summary>
internal sealed record Ending(OpportunityEnding? Reason, DateTimeOffset? At, string? Note)
{
    /// <summary>Null while it is open. Time is over when it is over, whether or not that has been noted.</summary>
    public static Ending? Of(Opportunity need, DateTimeOffset now) => need switch
    {
        { Status: OpportunityStatus.Closed } => new Ending(need.Ending, need.ClosedAt, need.EndingNote),
        _ when need.HasExpired(now) => new Ending(OpportunityEnding.Expired, need.ClosesAt, null),
        _ => null
    };
}
