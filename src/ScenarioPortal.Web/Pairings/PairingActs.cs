using System.Globalization;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pairings;

/// <summary>What was last done about a pairing, for the audit trail and for those who are told.</summary>
internal static class PairingActs
{
    /// <summary>Enough to do it again: the pairing's state, and the credit of both sides, follow from its lines in the trail. The first names who meets.</summary>
    public static Act Of(Pairing pairing, PairingSide side)
    {
        var last = pairing.Events[^1];
        return new Act
        {
            Action = $"pairing.{NameOf(last.Action)}",
            Organisation = pairing.OrganisationOf(side),
            SubjectKind = nameof(Pairing),
            Subject = pairing.Id,
            Detail = new
            {
                number = last.Number,
                at = last.At,
                side,
                state = last.State,
                step = last.Step,
                reason = last.Reason,
                due = last.AnswerDueAt,
                hash = last.ContentHash,
                outcome = last.Outcome,
                rating = last.Rating,
                veiled = last.Veiled ? true : (bool?)null,
                publisher = last.Number == 1 ? pairing.PublisherId : (Guid?)null,
                company = last.Number == 1 ? pairing.CompanyId : (Guid?)null
            }
        };
    }

    /// <summary>How much a side lets everyone read from now on.</summary>
    public static Act Shown(Pairing pairing, PairingSide side) => new()
    {
        Action = "pairing.show",
        Organisation = pairing.OrganisationOf(side),
        SubjectKind = nameof(Pairing),
        Subject = pairing.Id,
        Detail = new { side, view = side is PairingSide.Publisher ? pairing.PublisherShows : pairing.CompanyShows }
    };

    /// <summary>The two that meet, without the side that did it; an operator who put them together hears of what they answer.</summary>
    public static IEnumerable<Happening> Told(Pairing pairing, Guid? by)
    {
        var last = pairing.Events[^1];
        return new[] { PairingSide.Publisher, PairingSide.Company, PairingSide.Operator }
            .Where(side => side != last.Side && (side is not PairingSide.Operator || last.State <= PairingState.Engaged || last.State.IsExit))
            .Select(pairing.OrganisationOf).OfType<Guid>()
            .Select(organisation => Happening(pairing, $"{last.Action}/{last.Step ?? last.State}/{DueOf(pairing)}") with { EditorsOf = organisation, By = by });
    }

    /// <summary>To whoever is to answer, shortly before the time is over.</summary>
    public static Happening Reminder(Pairing pairing, PairingSide side) => Happening(pairing, $"Remind/{pairing.SuggestedStep ?? pairing.State}/{DueOf(pairing)}") with { EditorsOf = pairing.OrganisationOf(side) };

    private static Happening Happening(Pairing pairing, string detail) =>
        new() { Kind = NotificationKind.PairingMoved, SubjectId = pairing.Id, Title = pairing.NeedTitle, Detail = detail };

    private static string DueOf(Pairing pairing) => pairing.AnswerDueAt?.DayInShanghai().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(PairingAction action) => action switch
    {
        PairingAction.TakeBack => "take-back",
        PairingAction.WritePlan => "write-plan",
        PairingAction.AgreePlan => "agree-plan",
        PairingAction.WriteResult => "write-result",
        _ => action.ToString().ToLowerInvariant()
    };
}
