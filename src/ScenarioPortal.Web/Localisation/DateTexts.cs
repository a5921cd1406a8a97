using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Days and times as people read them, in Asia/Shanghai.</summary>
internal static class DateTexts
{
    extension(DateOnly day)
    {
        /// <summary>3月23日, with the year when it is not this one.</summary>
        public string InWords(DateOnly today) => day.ToString(
            (Language.IsEnglish, day.Year == today.Year) switch
            {
                (false, true) => "M月d日",
                (false, false) => "yyyy年M月d日",
                (true, true) => "d MMMM",
                _ => "d MMMM yyyy"
            },
            CultureInfo.InvariantCulture);

        /// <summary>2026年3月9日, as documents write it.</summary>
        public string InFull() => day.ToString(Language.IsEnglish ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

        /// <summary>3月23日 23:59: a deadline day is open until its last minute.</summary>
        public string AsDeadline(DateOnly today) => day.EndInShanghai().InWords(today);
    }

    extension(DateTimeOffset instant)
    {
        public DateOnly DayInShanghai() => DateOnly.FromDateTime(instant.InShanghai().DateTime);

        /// <summary>3月23日 23:59.</summary>
        public string InWords(DateOnly today) =>
            string.Create(CultureInfo.InvariantCulture, $"{instant.DayInShanghai().InWords(today)} {instant.InShanghai():HH:mm}");

        /// <summary>2026年3月9日 09:00, as documents write it.</summary>
        public string InFull() =>
            string.Create(CultureInfo.InvariantCulture, $"{instant.DayInShanghai().InFull()} {instant.InShanghai():HH:mm}");

        /// <summary>For the datetime attribute: 2026-03-23T23:59+08:00.</summary>
        public string ForMachines() => instant.InShanghai().ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture);
    }

    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>还剩 3 天, in whole days; in hours on the last day.</summary>
        public string Left(DateOnly deadline, DateTimeOffset now) => (deadline.EndInShanghai() - now) switch
        {
            { Ticks: < 0 } => L["已截止"],
            { Days: 0, Hours: 0 } => L["还剩不到 1 小时"],
            { Days: 0 } left => L["还剩 {0} 小时", left.Hours],
            { Days: 1 } => L["还剩 1 天"],
            var left => L["还剩 {0} 天", left.Days]
        };

        /// <summary>还剩 3 天 9 小时.</summary>
        public string LeftInDetail(DateOnly deadline, DateTimeOffset now) => (deadline.EndInShanghai() - now) switch
        {
            { Days: > 0, Hours: > 0 } left => L["还剩 {0} 天 {1} 小时", left.Days, left.Hours],
            _ => L.Left(deadline, now)
        };
    }
}
