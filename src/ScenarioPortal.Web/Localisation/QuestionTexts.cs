using Microsoft.Extensions.Localization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>The clocks of questions, answers and confirmations in words.</summary>
internal static class QuestionTexts
{
    private const int SoonDays = 2;

    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>还剩 3 天（12月3日 23:59 前）.</summary>
        public string AnswerDue(DateTimeOffset due, DateTimeOffset now) => due < now
            ? L["已超过答复期限（{0}）", due.InWords(now.DayInShanghai())]
            : L["{0}（{1} 前）", L.Left(due.DayInShanghai(), now), due.InWords(now.DayInShanghai())];

        /// <summary>还剩 3 天（12月3日 前），之后清单上会注明.</summary>
        public string ConfirmationDue(DateTimeOffset due, DateTimeOffset now) => due < now
            ? L["清单上已注明“{0}”，匹配排序略靠后；确认后恢复", L.NotConfirmed]
            : L["{0}；到期没有确认，清单上会注明，匹配排序略靠后", L.Left(due.DayInShanghai(), now)];

        /// <summary>How long an answer took, in whole days.</summary>
        public string Took(DateTimeOffset asked, DateTimeOffset answered) => L.InDays(answered.DayInShanghai().DayNumber - asked.DayInShanghai().DayNumber);

        public string InDays(int days) => days > 0 ? L["{0} 天", days] : L["当天"];
    }

    /// <summary>How a clock looks that runs until then.</summary>
    public static string ClockClass(DateTimeOffset due, DateTimeOffset now) =>
        due < now ? "clock clock-over" : due - now < TimeSpan.FromDays(SoonDays) ? "clock clock-soon" : "clock";
}
