using System.Globalization;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Publication;

/// <summary>Carries out what a publisher decides on a released need: later deadline, correction, closing.</summary>
internal sealed class PublicationDesk(PortalDbContext db, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    public Task ExtendAsync(Opportunity need, DateOnly deadline, string? why, CancellationToken cancellation)
    {
        need.Extend(deadline, why, time.GetUtcNow());
        return SaveAsync(need, "opportunity.extend", new { deadline, addendum = need.Addenda.Count },
            NotificationKind.DeadlineChanged, deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellation);
    }

    public Task CorrectAsync(Opportunity need, Need corrected, Correction correction, CancellationToken cancellation)
    {
        need.Correct(corrected, correction, time.GetUtcNow());
        return SaveCorrectionAsync(need, cancellation);
    }

    /// <summary>Corrects where it is or how large: the scenario says it anew, the need tells so.</summary>
    public Task CorrectAsync(Opportunity need, Scenario scenario, ScenarioSetting corrected, Correction correction, CancellationToken cancellation)
    {
        need.CorrectSetting(corrected.DifferencesFrom(scenario.Setting), correction, time.GetUtcNow());
        scenario.Describe(corrected);
        return SaveCorrectionAsync(need, cancellation);
    }

    public Task CloseAsync(Opportunity need, OpportunityEnding ending, string? note, CancellationToken cancellation)
    {
        need.Close(ending, time.GetUtcNow(), note);
        return SaveAsync(need, "opportunity.close", new { ending = ending.ToString() }, NotificationKind.Closed, ending.ToString(), cancellation);
    }

    private Task SaveCorrectionAsync(Opportunity need, CancellationToken cancellation) => SaveAsync(need, "opportunity.correct",
        new { addendum = need.Addenda.Count, parts = need.Addenda[^1].Parts }, NotificationKind.Addendum, need.Addenda.Count.ToString(CultureInfo.InvariantCulture), cancellation);

    private async Task SaveAsync(Opportunity need, string action, object detail, NotificationKind kind, string told, CancellationToken cancellation)
    {
        audit.Note(db, new Act { Action = action, Organisation = need.PublisherId, SubjectKind = nameof(Opportunity), Subject = need.Id, Detail = detail });
        await notifier.TellAsync(db, new Happening { Kind = kind, SubjectId = need.Id, Title = need.Title, Detail = told, WatchersOf = need.Id, By = db.Person.AccountId }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
