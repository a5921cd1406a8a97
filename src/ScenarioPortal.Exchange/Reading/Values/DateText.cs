using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// A last day as lists write it: 2026-03-01, ２０２６年３月１日, 20260301, 2026年3月底, 2026年上半年, 46082 (the number behind an Excel
/// date). A month, quarter or half stands for its last day, a period for its end. Faults: days that do not exist and years
/// outside 1990–2100. What names no year, or no day, stays words.
/// </summary>
internal static partial class DateText
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>Numbers behind Excel dates are believed from 2000-01-01 to 2099-12-31.</summary>
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static Understood<DateOnly?> Read(string text)
    {
        if (text.Length > CellText.LongestValue)
        {
            return Words(text);
        }

        var compact = CellText.Compact(TimeGap().Replace(CellText.Clean(text), "T"));
        if (compact.Length == 0)
        {
            return new();
        }

        var date = ChineseDigits().Replace(compact, match => ChineseNumber.TryParse(match.Value)?.ToString(CultureInfo.InvariantCulture) ?? match.Value);
        var core = Wrapping().Replace(Period().Replace(date, ""), "");
        return Day(text, compact, core) ?? Serial(text, core) ?? PartOfYear(text, core) ?? Words(text);
    }

    private static Understood<DateOnly?> Words(string text) =>
        new() { Note = CellText.Clean(text), Remark = new(CellRemarks.DateNotRead, CellText.Excerpt(text)) };

    private static Understood<DateOnly?>? Day(string text, string compact, string core)
    {
        var match = FullDay().Match(core) is { Success: true } separated ? separated : EightDigits().Match(core);
        if (!match.Success)
        {
            return null;
        }

        var read = Existing(text, Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return read.Fault is not null || compact.Length == match.Length ? read : read with { Note = CellText.Clean(text) };
    }

    private static Understood<DateOnly?>? Serial(string text, string core) =>
        int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? Said(text, SerialZero.AddDays(serial), CellRemarks.SerialDate)
            : null;

    private static Understood<DateOnly?>? PartOfYear(string text, string core)
    {
        if (MonthOfYear().Match(core) is { Success: true } month)
        {
            return LastDay(text, Number(month, "year"), Number(month, "month"), month.Groups["part"].Value);
        }

        if (YearPart().Match(core) is not { Success: true } part)
        {
            return null;
        }

        var lastMonth = part.Groups["quarter"] is { Success: true } quarter ? 3 * Quarter(quarter.Value)
            : part.Groups["half"].Value == "上半年" ? 6
            : 12;
        return LastDay(text, Number(part, "year"), lastMonth, "");
    }

    private static Understood<DateOnly?> LastDay(string text, int year, int month, string part)
    {
        var day = part switch { "上旬" => 10, "中旬" => 20, _ => 0 };
        if (day == 0 && month is >= 1 and <= 12 && year is >= FirstYear and <= LastYear)
        {
            day = DateTime.DaysInMonth(year, month);
        }

        var read = Existing(text, year, month, day);
        return read.Value is { } date ? Said(text, date, CellRemarks.DateRead) : read;
    }

    private static Understood<DateOnly?> Said(string text, DateOnly date, string remark) => new()
    {
        Value = date,
        Note = remark == CellRemarks.SerialDate ? null : CellText.Clean(text),
        Remark = new(remark, CellText.Excerpt(text), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
    };

    private static Understood<DateOnly?> Existing(string text, int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear)
        {
            return new() { Fault = new(CellRefusals.YearOutOfRange, CellText.Excerpt(text), FirstYear, LastYear) };
        }

        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new() { Value = new DateOnly(year, month, day) }
            : new() { Fault = new(CellRefusals.NoSuchDay, CellText.Excerpt(text)) };
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Quarter(string digit) => digit[0] - '0';

    /// <summary>The blank between a day and an hour, which must not close up: 3-1 8:00.</summary>
    [GeneratedRegex(@"\s+(?=[0-9０-９]{1,2}[:：时点])")]
    private static partial Regex TimeGap();

    /// <summary>Years, months and days in Chinese characters.</summary>
    [GeneratedRegex("[零〇○一二三四五六七八九十]+(?=[年月日号季])")]
    private static partial Regex ChineseDigits();

    /// <summary>The first part of a period, whose end counts.</summary>
    [GeneratedRegex(@"^.*[0-9日号时月底末](?:至|到|-|~|〜|～|—+|–)(?=[0-9]{4}[-/.年])")]
    private static partial Regex Period();

    /// <summary>Words and times around a date.</summary>
    [GeneratedRegex(@"^(?:[^0-9]*?(?:截止|截至|时间|日期|期限|预计|计划|不晚于|:|于|至|到|约))+|\([^()]*\)|(?:T|(?<=[日号]))(?:上午|下午|中午|晚上?)?[0-9]{1,2}[:时点](?:[0-9]{1,2}[:分]?)?(?:[0-9]{1,2}(?:\.[0-9]+)?秒?)?(?:Z|\+08:?00)?(?:前|止|截止)*$|(?:截止|之前|以前|前|止|完成|完工|交付)+$|[。;,，；]+$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:年|[-/.])(?<month>[0-9]{1,2})(?:月|[-/.])(?<day>[0-9]{1,2})[日号]?$")]
    private static partial Regex FullDay();

    [GeneratedRegex("^(?<year>(?:19|20)[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})$")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:年|[-/.])(?<month>[0-9]{1,2})月?(?:份)?(?<part>上旬|中旬|下旬|月?底|末)?$")]
    private static partial Regex MonthOfYear();

    [GeneratedRegex("^(?<year>[0-9]{4})年?(?:(?<half>上半年|下半年)|第?(?<quarter>[1-4])季度?|[Qq](?<quarter>[1-4])|年?底|年?末|年内|内|全年)末?底?$")]
    private static partial Regex YearPart();
}
