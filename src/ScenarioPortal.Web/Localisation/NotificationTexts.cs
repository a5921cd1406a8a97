using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Notifications;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What people are told about, and how, in words.</summary>
internal static class NotificationTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Name(NotificationKind kind) => kind switch
        {
            NotificationKind.ReviewDecided => L["审核结果"],
            NotificationKind.QuestionAsked => L["收到提问"],
            NotificationKind.QuestionAnswered => L["问题有了答复"],
            NotificationKind.Addendum => L["更正与补充"],
            NotificationKind.DeadlineChanged => L["截止日期延长"],
            NotificationKind.Closed => L["需求关闭"],
            NotificationKind.CreditAppealed => L["信用申诉等您决定"],
            NotificationKind.CreditDecided => L["信用申诉有了结果"],
            NotificationKind.BatchHeld => L["定时批次没有发布"],
            NotificationKind.CapabilityToConfirm => L["确认能力仍然有效"],
            NotificationKind.PairingMoved => L["对接有了进展"],
            _ => L["即将截止"]
        };

        public string Name(NotificationDelivery delivery) => delivery switch
        {
            NotificationDelivery.AtOnce => L["马上发邮件"],
            NotificationDelivery.Daily => L["每天汇总一次"],
            _ => L["只在平台里看"]
        };
    }
}
