using System.Globalization;

namespace ScenarioPortal.Domain;

/// <summary>
/// A rule of the domain refuses what was asked. The refusal is written for the person who asked, in Chinese with
/// numbered gaps; the edge translates it and fills the gaps with the values.
/// </summary>
public sealed class RuleBrokenException(string refusal, params object[] values)
    : Exception(string.Format(CultureInfo.InvariantCulture, refusal, values))
{
    public string Refusal { get; } = refusal;

    public IReadOnlyList<object> Values { get; } = values;
}
