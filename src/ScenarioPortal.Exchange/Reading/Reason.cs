using System.Globalization;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// A sentence for the person who sent the file: Chinese text with numbered gaps and what goes into them, so that the
/// edge can translate it. The texts are the constants of <see cref="FileRefusals"/>, <see cref="CellRefusals"/> and
/// <see cref="CellRemarks"/>, and those of a <see cref="Domain.RuleBrokenException"/>.
/// </summary>
public sealed record Reason(string Template, params IReadOnlyList<object> Values)
{
    /// <summary>The sentence in Chinese, gaps filled.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. Values]);
}
