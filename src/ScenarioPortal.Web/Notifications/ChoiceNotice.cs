namespace ScenarioPortal.Web.Notifications;

/// <summary>What experts and publisher hear of a choice, in both languages.</summary>
internal static class ChoiceNotice
{
    public const string Asked = "Asked";
    public const string Together = "Together";
    public const string Conflict = "Conflict";
    public const string Ready = "Ready";
    public const string HandedIn = "HandedIn";
    public const string Over = "Over";

    /// <summary>Experts read on in their case, the publisher in its choice.</summary>
    public static string PathOf(Guid choice, string detail) => detail is Asked or Together or Over ? Links.Case(choice) : Links.Choice(choice);

    /// <param name="title">What the need is called.</param>
    /// <param name="detail">What happened.</param>
    public static NoticeWords Of(string title, string detail) => detail switch
    {
        Asked => new($"请您为“{title}”的比选评分，先申报利益关系。", $"Please judge the companies for {title}; say first whether you have a conflict of interest."),
        Together => new($"“{title}”的第一轮评分结束了，请看各位专家的评分，需要的可以修改。", $"The first round for {title} is over; please read what the other experts wrote and change your scores if you want to."),
        Conflict => new($"“{title}”的一位专家申报了利益冲突，不参加评分。", $"An expert asked about {title} has a conflict of interest and takes no part."),
        Ready => new($"“{title}”的第一轮评分结束了，现在看得到各位专家的评分。", $"The first round for {title} is over; the scores can be read now."),
        HandedIn => new($"“{title}”的专家都提交了第二轮评分，可以决定了。", $"All experts have handed in their second round for {title}; you can decide."),
        _ => new($"“{title}”的比选结束了，谢谢您的评分。", $"The choice for {title} is over; thank you for judging.")
    };
}
