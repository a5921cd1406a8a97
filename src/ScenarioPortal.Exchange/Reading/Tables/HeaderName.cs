using System.Text;
using System.Text.RegularExpressions;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>
/// A header as it is compared: half-width, lower case, without spaces, punctuation and remarks in brackets. The unit of
/// money that it names is remembered.
/// </summary>
internal sealed partial record HeaderName
{
    private HeaderName(string written)
    {
        Written = CellText.OneLine(written);
        var compact = Compact(written);
        Unit = compact switch
        {
            _ when compact.Contains("亿元", StringComparison.Ordinal) => MoneyUnit.Yi,
            _ when compact.Contains("万元", StringComparison.Ordinal) || compact.EndsWith("_wan", StringComparison.Ordinal) => MoneyUnit.Wan,
            _ when compact.Contains('元', StringComparison.Ordinal) => MoneyUnit.Yuan,
            _ => MoneyUnit.None
        };
        Normal = Bare(compact);
    }

    public string Written { get; }

    public string Normal { get; }

    public MoneyUnit Unit { get; }

    /// <summary>The header without a unit that stands outside brackets: 预算万元.</summary>
    public string WithoutUnit => UnitAtEnd().Replace(Normal, "");

    public static HeaderName Of(string written) => new(written);

    public static string Normalise(string written) => Bare(Compact(written));

    private static string Compact(string written) => CellText.Compact(written).ToLowerInvariant();

    private static string Bare(string compact)
    {
        var text = InBrackets().Replace(compact, "");
        return string.Concat((text.Length > 0 ? text : compact).EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune)));
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")]
    private static partial Regex InBrackets();

    [GeneratedRegex("(?<=.)(?:单位)?(?:万元|亿元|元)$")]
    private static partial Regex UnitAtEnd();
}
