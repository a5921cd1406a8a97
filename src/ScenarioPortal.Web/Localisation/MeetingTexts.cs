using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What became of an hour, and what can be made of it, in words.</summary>
internal static class MeetingTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Word(MeetingState state) => state switch
        {
            MeetingState.Proposed => L["等对方答复"],
            MeetingState.Accepted => L["已约好"],
            MeetingState.Declined => L["没有约成"],
            _ => L["已取消"]
        };

        public string Button(MeetingState answer) => answer switch
        {
            MeetingState.Accepted => L["可以，就这个时间"],
            MeetingState.Declined => L["这个时间不行"],
            _ => L["取消这次碰面"]
        };
    }
}
