using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Domain.Lists;

/// <summary>How official numbers are made, such as <c>{year}-{batch:00}-{side}-{position:000}</c>: year, batch, side and position, each exactly once and with as many digits as asked for.</summary>
public sealed partial class NumberPattern
{
    public const string UsualText = "{year}-{batch:00}-{side}-{position:000}";

    private static readonly string[] Names = ["year", "batch", "side", "position"];

    private readonly string _format;

    private NumberPattern(string format) => _format = format;

    public static NumberPattern Usual { get; } = Parse(UsualText)!;

    /// <returns>The pattern, or null when one of the four is missing, stands twice or is followed by anything but zeros.</returns>
    public static NumberPattern? Parse(string text)
    {
        var found = Gap().Matches(text).Select(m => m.Groups["name"].Value).ToArray();
        return found.Order(StringComparer.Ordinal).SequenceEqual(Names.Order(StringComparer.Ordinal)) && !Gap().Replace(text, "").AsSpan().ContainsAny('{', '}')
            ? new NumberPattern(Gap().Replace(text, m => $"{{{Array.IndexOf(Names, m.Groups["name"].Value)}{m.Groups["digits"].Value}}}"))
            : null;
    }

    public string Number(int year, int batch, ListKind kind, int position) =>
        string.Format(CultureInfo.InvariantCulture, _format, year, batch, SideOf(kind), position);

    /// <summary>需, 供 or 例: the sign of a list within its numbers.</summary>
    public static char SideOf(ListKind kind) => kind switch { ListKind.Opportunities => '需', ListKind.Capabilities => '供', _ => '例' };

    [GeneratedRegex(@"\{(?<name>year|batch|side|position)(?<digits>:0{1,6})?\}")]
    private static partial Regex Gap();
}
