using System.Globalization;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Notifications;

/// <summary>What a notification says, in both languages: nobody knows in which one a mail is read.</summary>
internal sealed record NoticeWords(string Chinese, string English)
{
    public string ToRead => Language.IsEnglish ? English : Chinese;

    public static NoticeWords Of(Notification told) => Of(told, told.Title, told.Detail ?? "");

    /// <summary>Where one reads on.</summary>
    public static string PathOf(Notification told) => told.Kind switch
    {
        NotificationKind.ReviewDecided or NotificationKind.CapabilityToConfirm => Links.Workspace,
        NotificationKind.QuestionAsked => Links.Need(told.SubjectId),
        NotificationKind.CreditAppealed => Links.ReviewAppeal(told.SubjectId),
        NotificationKind.CreditDecided => Links.OrganisationCredit(told.SubjectId),
        NotificationKind.BatchHeld => Links.ReviewBatch(told.SubjectId),
        NotificationKind.PairingMoved => Links.Pairing(told.SubjectId),
        _ => Links.Opportunity(told.SubjectId)
    };

    private static NoticeWords Of(Notification told, string title, string detail) => told.Kind switch
    {
        NotificationKind.ReviewDecided when detail == nameof(ReviewVerdict.Approved) => new(
            $"“{title}”审核通过。需求会编入下一批清单发布；能力现在已经公开。", $"{title} has been approved. A need goes into the next batch of the list; a capability is public now."),
        NotificationKind.ReviewDecided => new(
            $"“{title}”被退回，每一处写明了原因。写过的内容都在，改好再提交。", $"{title} has been returned; the reviewer says at each field why. Everything written is still there; correct it and hand it in again."),
        NotificationKind.QuestionAsked => new(
            $"“{title}”收到一个提问，请在 {detail} 23:59 前答复。", $"{title} has a question; please answer it by {detail} 23:59."),
        NotificationKind.QuestionAnswered => new(
            $"“{title}”有一个问题得到了答复。", $"A question about {title} has been answered."),
        NotificationKind.Addendum => new(
            $"“{title}”发布了第 {detail} 号更正。", $"{title} has been corrected: correction no. {detail}."),
        NotificationKind.DeadlineChanged => new(
            $"“{title}”的截止日期延长到 {detail} 23:59。", $"The deadline of {title} is now {detail} 23:59."),
        NotificationKind.Closed => Closed(title, detail),
        NotificationKind.CreditAppealed => new(
            $"“{title}”对一条信用记录提出申诉，请您决定。", $"{title} has appealed an entry of its credit; it is yours to decide."),
        NotificationKind.CreditDecided when detail == CreditDesk.Upheld => new(
            $"“{title}”的信用申诉成立，那一条已经抵消。", $"The appeal of {title} was upheld; the entry of its credit has been cancelled."),
        NotificationKind.CreditDecided => new(
            $"“{title}”的信用申诉没有成立，理由写在里面。", $"The appeal of {title} about its credit was rejected; the reason stands there."),
        NotificationKind.BatchHeld when detail == nameof(PlanHindrance.NothingLeft) => new(
            $"定时发布的一批“{title}”没有发布：里面的条目都已经另外发布或撤回。编发稿还在。", $"A planned batch of {title} was not released: all of its items were released otherwise or withdrawn. The plan is still there."),
        NotificationKind.BatchHeld => new(
            $"定时发布的一批“{title}”没有发布：定时的人已经停用，或者不再审核这个区域。编发稿还在，请看过之后重新定时或手动发布。", $"A planned batch of {title} was not released: whoever set the hour has no account or no longer reviews that region. The plan is still there; please look at it, then set an hour anew or release it by hand."),
        NotificationKind.CapabilityToConfirm => new(
            string.Create(CultureInfo.InvariantCulture, $"请确认“{title}”是否仍然有效，已 {Capability.CurrentForDays} 天未确认。{detail} 前没有确认，清单上会注明，匹配排序略靠后。"),
            string.Create(CultureInfo.InvariantCulture, $"Is {title} still current? It has not been confirmed for {Capability.CurrentForDays} days. Unless confirmed by {detail}, the list says so and matching ranks it a little lower.")),
        NotificationKind.PairingMoved => PairingNotice.Of(title, detail),
        _ => Soon(title, detail)
    };

    private static NoticeWords Closed(string title, string ending) => ending switch
    {
        nameof(OpportunityEnding.Paired) => new($"“{title}”已关闭：已经找到合作单位。", $"{title} is closed: a partner has been found."),
        nameof(OpportunityEnding.NoSuitableSupplier) => new($"“{title}”已关闭：没有合适的供给。", $"{title} is closed: no supplier was suitable."),
        nameof(OpportunityEnding.Withdrawn) => new($"“{title}”已关闭：发布单位撤回。", $"{title} is closed: its publisher has withdrawn it."),
        nameof(OpportunityEnding.Cancelled) => new($"“{title}”已关闭：已取消。", $"{title} is closed: it has been cancelled."),
        _ => new($"“{title}”已到截止时间，自动关闭。", $"{title} has reached its deadline and is closed.")
    };

    /// <summary>3/2026-12-14: so many days before that day.</summary>
    private static NoticeWords Soon(string title, string detail)
    {
        var (days, day) = detail.Split('/') is [var left, var last] ? (left, last) : ("", detail);
        return new(string.Create(CultureInfo.InvariantCulture, $"“{title}”还有 {days} 天截止，到 {day} 23:59 为止。"),
            string.Create(CultureInfo.InvariantCulture, $"{title} closes in {days} days, on {day} at 23:59."));
    }
}
