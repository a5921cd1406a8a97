using System.Globalization;
using System.Text.RegularExpressions;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// Money as people write it in lists (约300万元, 80–120 万, 不超过１２０万, 三百万元) as a <see cref="Budget"/> in 万元. One amount
/// or one range is read; several amounts, prices by the piece and foreign money stay words. A bare number needs the
/// header's unit. Faults: negative amounts, and what <see cref="Budget"/> refuses.
/// </summary>
internal static partial class MoneyText
{
    private const decimal Wan = 10_000m;

    public static Understood<Budget> Read(string text, MoneyUnit unit = MoneyUnit.None)
    {
        if (text.Length > CellText.LongestValue)
        {
            return Words(text);
        }

        var compact = Unit().Replace(Aside().Replace(CellText.Compact(text), ""), "$1");
        if (compact.Length == 0)
        {
            return new();
        }

        var amounts = MoneyAmount.All(compact);
        if (Negative().IsMatch(compact) && amounts.Count > 0)
        {
            return new() { Fault = new(CellRefusals.NegativeMoney) };
        }

        return OtherMoney().IsMatch(compact) ? Words(text) : Amounts(compact, amounts, unit) switch
        {
            { } ends => Stated(text, compact, ends, amounts, unit),
            _ when BareNumber().IsMatch(compact) => Words(text, CellRemarks.MoneyWithoutUnit),
            _ => Words(text)
        };
    }

    private static Understood<Budget> Words(string text, string remark = CellRemarks.MoneyNotRead) =>
        new() { Note = CellText.Clean(text), Remark = new(remark, CellText.Excerpt(text)) };

    /// <summary>Both ends in 万元; absent when the text holds no amount, or more than a range.</summary>
    private static (decimal Low, decimal High)? Amounts(string compact, List<MoneyAmount> amounts, MoneyUnit unit)
    {
        decimal? headerUnit = unit switch { MoneyUnit.Yuan => 1, MoneyUnit.Wan => Wan, MoneyUnit.Yi => Wan * Wan, _ => null };
        var bare = BareNumber().IsMatch(compact);
        var counted = bare && headerUnit is not null ? amounts : Counted(compact, amounts);
        return counted switch
        {
            [var one] when (one.Yuan ?? headerUnit) is { } yuan => (one.InWan(yuan), one.InWan(yuan)),
            [var low, var high] when IsRange(compact, low, high) && (high.Yuan ?? low.Yuan ?? headerUnit) is { } yuan => (low.InWan(yuan), high.InWan(yuan)),
            _ => null
        };
    }

    /// <summary>Amounts with a unit, and a bare number where a range joins it to one.</summary>
    private static List<MoneyAmount> Counted(string compact, List<MoneyAmount> amounts) =>
        [.. amounts.Where((amount, at) => amount.Yuan is not null
            || (at + 1 < amounts.Count && amounts[at + 1].Yuan is not null && IsRange(compact, amount, amounts[at + 1])))];

    private static bool IsRange(string compact, MoneyAmount low, MoneyAmount high) =>
        RangeSign().IsMatch(compact.AsSpan(low.End, high.Start - low.End));

    private static Understood<Budget> Stated(string text, string compact, (decimal Low, decimal High) ends, List<MoneyAmount> amounts, MoneyUnit unit)
    {
        if (ends is { Low: 0 } or { High: 0 })
        {
            return Words(text);
        }

        var oneAmount = ends.Low == ends.High;
        var budget = (oneAmount, UpTo().IsMatch(compact), From().IsMatch(compact)) switch
        {
            (true, true, _) => Within(null, ends.High),
            (true, false, true) => Within(ends.Low, null),
            _ => Within(ends.Low, ends.High)
        };
        var plain = Plain().IsMatch(compact);
        return budget with
        {
            Note = plain || budget.Fault is not null ? null : CellText.Clean(text),
            Remark = budget.Value is { } value && unit is MoneyUnit.Yuan or MoneyUnit.Yi && amounts.All(amount => amount.Yuan is null)
                ? new(CellRemarks.UnitFromHeader, CellText.Excerpt(text), Figures(value))
                : null
        };
    }

    private static Understood<Budget> Within(decimal? minimum, decimal? maximum)
    {
        try
        {
            return new() { Value = new Budget(minimum, maximum) };
        }
        catch (RuleBrokenException refusal)
        {
            return new() { Fault = new(refusal.Refusal, refusal.Values) };
        }
    }

    private static string Figures(Budget budget) =>
        string.Join('–', new[] { budget.Minimum, budget.Maximum }.OfType<decimal>().Distinct().Select(end => end.ToString("0.######", CultureInfo.InvariantCulture)));

    /// <summary>Remarks in brackets, such as （含税）, unless they name the unit.</summary>
    [GeneratedRegex(@"\((?!(?:单位:?)?[万亿]?元\))[^()]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\((?:单位:?)?([万亿]?元)\)")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:[约¥￥:]|人民币|预算|[预总]?投资|总额|金额)*(?:-|负|−)[0-9" + ChineseNumber.Characters + "]")]
    private static partial Regex Negative();

    [GeneratedRegex(@"美[元金]|港[元币]|欧元|日元|英镑|USD|EUR|HKD|\$|€|£|单价|每|/|万元?一|%")]
    private static partial Regex OtherMoney();

    [GeneratedRegex(@"^(?:[约¥￥≤≥<>]|人民币|不超过|不高于|不低于|不少于|至少|最高|大约)*(?:[0-9][0-9,.]*|[" + ChineseNumber.Characters + @"]+)(?:(?:[-–—―−~〜～至到])+(?:[0-9][0-9,.]*|["
        + ChineseNumber.Characters + @"]+))?(?:左右|以内|以下|以上|上下)?$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^(?:人民币|RMB|¥)?[0-9,.]+(?:[亿千百十万元圆])*(?:[-–—―−~〜～至到]+[0-9,.]+(?:[亿千百十万元圆])*)?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:[-–—―−~〜～]+|至|到)$")]
    private static partial Regex RangeSign();

    [GeneratedRegex("以内|以下|之内|不超过?|不高于|不多于|不大于|最高|最多|上限|封顶|≤|<|小于|少于(?<!不少于)|低于(?<!不低于)|控制在")]
    private static partial Regex UpTo();

    [GeneratedRegex("以上|不低于|不少于|不小于|至少|最低|最少|下限|(?<=[元万亿])起|≥|>|大于(?<!不大于)|高于(?<!不高于)|超过(?<!不超过)|逾")]
    private static partial Regex From();
}
