using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>One amount found in a text: a number and, where it has one, the unit that stands behind it.</summary>
internal readonly partial record struct MoneyAmount(decimal Number, decimal? Yuan, int Start, int End)
{
    private const decimal Wan = 10_000m;

    /// <summary>The amount in 万元; a bare number is taken in <paramref name="unit"/>, which is in 元.</summary>
    public decimal InWan(decimal unit) => Number * (Yuan ?? unit) / Wan;

    /// <summary>All numbers of a compact text, in their order; 1亿2000万 is one.</summary>
    public static List<MoneyAmount> All(string compact)
    {
        List<MoneyAmount> amounts = [];
        foreach (Match match in Numbers().Matches(compact))
        {
            if (Parsed(match.Groups["number"].Value) is not { } number)
            {
                continue;
            }

            var amount = new MoneyAmount(number, UnitInYuan(match.Groups["unit"].Value), match.Index, match.Index + match.Length);
            if (amounts is [.., { Yuan: { } larger } before] && before.End == amount.Start && amount.Yuan < larger)
            {
                amounts[^1] = new((before.Number * larger) + (amount.Number * amount.Yuan.Value), 1, before.Start, amount.End);
            }
            else
            {
                amounts.Add(amount);
            }
        }

        return amounts;
    }

    private static decimal? Parsed(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : ChineseNumber.TryParse(text);

    private static decimal? UnitInYuan(string unit) => unit.TrimEnd('元', '圆', '块') switch
    {
        "亿" => Wan * Wan,
        "千万" or "仟万" => 1_000 * Wan,
        "百万" or "佰万" => 100 * Wan,
        "十万" or "拾万" => 10 * Wan,
        "万" or "萬" or "w" or "W" => Wan,
        "千" or "仟" => 1_000,
        "百" or "佰" => 100,
        _ => unit.Length > 0 ? 1 : null
    };

    [GeneratedRegex(@"(?<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])(?:\.[0-9]{1,6})?|(?<![0-9.])[0-9]{1,12}(?:\.[0-9]{1,6})?(?![0-9])|[" + ChineseNumber.Characters
        + @"]+)(?<unit>(?:亿|[千百十仟佰拾]?[万萬]|[wW](?![A-Za-z])|[千百仟佰](?=元|圆|块))?(?:元|圆|块(?!钱?[^钱]))?)")]
    private static partial Regex Numbers();
}
