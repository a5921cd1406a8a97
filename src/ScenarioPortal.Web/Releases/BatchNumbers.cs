using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.Web.Releases;

/// <summary>How the numbers of batches are made (setting <c>Lists:NumberPattern</c>).</summary>
internal sealed record BatchNumbers(NumberPattern Pattern)
{
    private const string Setting = "Lists:NumberPattern";

    public static BatchNumbers Usual { get; } = new(NumberPattern.Usual);

    /// <exception cref="UnsafeSettingsException">Two items could get the same number by this pattern.</exception>
    public static BatchNumbers Of(IConfiguration configuration) => configuration[Setting] is not { Length: > 0 } text
        ? Usual
        : new(NumberPattern.Parse(text) ?? throw new UnsafeSettingsException($"{Setting}: “{text}” has not each of {{year}}, {{batch}}, {{side}} and {{position}} exactly once, as in {NumberPattern.UsualText}."));
}
