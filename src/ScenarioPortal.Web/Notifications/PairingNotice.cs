using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Notifications;

/// <summary>What the other side of a pairing did, in both languages: from the act, its step and the day by which it is to be answered.</summary>
internal static class PairingNotice
{
    public const string Message = "Message";
    public const string Meeting = "Meeting";
    public const string Suspended = "Suspended";
    public const string Resumed = "Resumed";

    /// <param name="title">What the need is called.</param>
    /// <param name="detail">Suggest/Agreed/2026-12-14; the day may be missing.</param>
    public static NoticeWords Of(string title, string detail)
    {
        var (act, step, day) = detail.Split('/') is [var a, var s, var d] ? (a, s, d) : (detail, "", "");
        var (chinese, english) = Enum.TryParse<PairingState>(step, out var state) ? NameOf(state) : (step, step);
        return act switch
        {
            nameof(PairingAction.Offer) => new($"有企业想对接“{title}”，请在 {day} 23:59 前答复。", $"A company would like to take up {title}; please answer by {day} 23:59."),
            nameof(PairingAction.Reveal) => new($"“{title}”没有署名的企业署名了，请在 {day} 23:59 前答复。", $"The company that would like to take up {title} has shown itself; please answer by {day} 23:59."),
            nameof(PairingAction.Invite) => new($"“{title}”的发布单位邀请您对接，请在 {day} 23:59 前答复。", $"The publisher of {title} invites you; please answer by {day} 23:59."),
            nameof(PairingAction.Propose) => new($"运营机构为“{title}”牵线，请在 {day} 23:59 前答复。", $"An operator proposes a pair for {title}; please answer by {day} 23:59."),
            nameof(PairingAction.Accept) when day.Length == 0 => new($"“{title}”的对方愿意对接，可以开始了。", $"The other side of {title} has accepted; you can begin."),
            nameof(PairingAction.Accept) => new($"“{title}”的对方愿意对接，请在 {day} 23:59 前答复。", $"The other side of {title} is willing; please answer by {day} 23:59."),
            nameof(PairingAction.Decline) => new($"“{title}”的对方婉拒了，原因写在里面。", $"The other side of {title} has declined; the reason stands there."),
            nameof(PairingAction.Withdraw) => new($"“{title}”的对方撤回了，原因写在里面。", $"The other side of {title} has withdrawn; the reason stands there."),
            nameof(PairingAction.Lapse) => new($"“{title}”的对接逾期没有答复，自动结束了。", $"Nobody answered about {title} in time; it has lapsed."),
            nameof(PairingAction.Terminate) => new($"“{title}”的对接被对方终止，原因写在里面。", $"The other side has ended the pairing about {title}; the reason stands there."),
            nameof(PairingAction.Suggest) => new($"“{title}”的对方提出“{chinese}”已办好，请在 {day} 23:59 前确认。", $"The other side of {title} says that this step is done: {english}. Please confirm by {day} 23:59."),
            nameof(PairingAction.Confirm) => new($"“{title}”的对方确认了：{chinese}。", $"The other side of {title} has confirmed: {english}."),
            nameof(PairingAction.Refuse) => new($"“{title}”的对方没有确认“{chinese}”，哪里不对写在里面。", $"The other side of {title} has not confirmed this step: {english}. What is wrong stands there."),
            nameof(PairingAction.TakeBack) => new($"“{title}”的对方撤回了提出的“{chinese}”。", $"The other side of {title} has taken back a step: {english}."),
            nameof(PairingAction.WritePlan) when day.Length > 0 => new($"“{title}”的对方写好了验证方案，请在 {day} 23:59 前同意，或者改写。", $"The other side of {title} has written a plan for the pilot; please agree to it or write another by {day} 23:59."),
            nameof(PairingAction.WritePlan) => new($"“{title}”的对方写好了验证方案，请看过之后同意，或者改写。", $"The other side of {title} has written a plan for the pilot; please agree to it, or write another."),
            nameof(PairingAction.AgreePlan) => new($"“{title}”的对方同意了验证方案，可以开始试点。", $"The other side of {title} has agreed to the plan; the pilot can begin."),
            nameof(PairingAction.WriteResult) => new($"“{title}”的对方写好了验证结果。", $"The other side of {title} has written down what the pilot showed."),
            Suspended => new($"“{title}”的对方单位被主管部门暂停，恢复之前不能往下走；您可以随时结束，不用等。", $"The other side of {title} was suspended by its authority; nothing goes on until it is back. You can end it at any time."),
            Resumed => new($"“{title}”的对方单位已经恢复，可以接着办。", $"The other side of {title} is back; you can go on."),
            Message => new($"“{title}”的对方给您留了言。", $"The other side of {title} has left you a message."),
            Meeting => MeetingOf(title, step, day),
            _ => new($"“{title}”的对接还等您答复，到 {day} 23:59 为止。", $"The pairing about {title} still waits for your answer, until {day} 23:59.")
        };
    }

    private static NoticeWords MeetingOf(string title, string state, string day) => state switch
    {
        nameof(MeetingState.Proposed) => new($"“{title}”的对方想在 {day} 与您碰面，请答复。", $"The other side of {title} would like to meet on {day}; please answer."),
        nameof(MeetingState.Accepted) => new($"“{title}”的对方同意在 {day} 碰面。", $"The other side of {title} will meet you on {day}."),
        nameof(MeetingState.Declined) => new($"“{title}”的对方 {day} 不能碰面，原因写在里面。", $"The other side of {title} cannot meet on {day}; the reason stands there."),
        _ => new($"“{title}”{day} 的碰面取消了，原因写在里面。", $"The meeting about {title} on {day} is called off; the reason stands there.")
    };

    private static (string Chinese, string English) NameOf(PairingState state) => state switch
    {
        PairingState.Agreed => ("签约", "agreed"),
        PairingState.Piloting => ("试点", "pilot begun"),
        PairingState.Verified => ("验证通过", "verified"),
        PairingState.Adopted => ("产业应用", "adopted"),
        PairingState.Scaled => ("推广", "scaled up"),
        PairingState.EndedWithinLimits => ("容错结束", "ended within its limits"),
        _ => ("对接", "engaged")
    };
}
