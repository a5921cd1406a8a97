using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Web.Notifications;

/// <summary>What people are told about a showcase.</summary>
internal static class ShowcaseNotice
{
    public const string Written = "Written";
    public const string Agreed = "Agreed";
    public const string Approved = "Approved";
    public const string Returned = "Returned";
    public const string Joined = "Joined";
    public const string Begun = "Begun";

    public static Happening Of(Showcase showcase, string detail, Guid organisation, Guid? by) => new()
    {
        Kind = NotificationKind.ShowcaseMoved,
        SubjectId = showcase.Id,
        Title = showcase.Title,
        Detail = detail,
        EditorsOf = organisation,
        By = by
    };

    public static NoticeWords Of(string title, string detail) => detail switch
    {
        Written => new($"对方写好了示范案例“{title}”，请看过之后同意，或者改写。", $"The other side has written the showcase {title}; please agree to it, or write it anew."),
        Agreed => new($"对方同意了示范案例“{title}”，已经提交审核。", $"The other side has agreed to the showcase {title}; it has been handed in for review."),
        Approved => new($"示范案例“{title}”审核通过，会编入下一批清单发布。", $"The showcase {title} has been approved and goes into the next batch."),
        Returned => new($"示范案例“{title}”被退回，原因写在里面，改好再请对方同意。", $"The showcase {title} has been returned; the reason stands there. Correct it and let the other side agree again."),
        Joined => new($"又有单位想要“{title}”这样的做法。", $"Another unit wants what the showcase {title} shows."),
        _ => new($"“{title}”的联合需求有单位牵头写了，贵单位列在一起要的单位里。", $"A unit has begun to write the joint need that follows {title}; yours is among those who want it.")
    };
}
