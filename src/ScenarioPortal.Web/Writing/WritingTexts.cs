using System.Globalization;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Writing;

/// <summary>The texts of a working copy by field, as <see cref="FormReader"/> takes them.</summary>
internal static class WritingTexts
{
    extension(IReadOnlyDictionary<string, string> texts)
    {
        public string TextOf(SheetField field) => texts.GetValueOrDefault(field.ToString(), "");

        public IReadOnlyDictionary<SheetField, string> ByField() => texts
            .Select(t => (Known: Enum.TryParse<SheetField>(t.Key, out var field), Field: field, t.Value)).Where(t => t.Known)
            .ToDictionary(t => t.Field, t => t.Value);
    }

    extension(WorkingCopy copy)
    {
        /// <summary>What it is called while it is being written; null before it has a name.</summary>
        public string? Title => copy.Texts.TextOf(SheetField.Title) is { Length: > 0 } title ? title : null;
    }

    /// <summary>What an item says, as texts to go on from.</summary>
    public static IReadOnlyDictionary<string, string> Of(Opportunity opportunity, Scenario scenario, CodeBook codes) => Filled(
    [
        (SheetField.Title, opportunity.Title),
        (SheetField.Description, opportunity.Description),
        (SheetField.AcceptanceCriteria, opportunity.AcceptanceCriteria),
        (SheetField.Region, scenario.RegionCode),
        (SheetField.Zone, scenario.Zone),
        (SheetField.LandingArea, scenario.LandingArea),
        (SheetField.Field, codes.Field(opportunity.FieldCode)?.Name ?? opportunity.FieldText),
        (SheetField.Kind, ScaleWord(scenario.Scale)),
        (SheetField.RequiredTech, string.Join('、', opportunity.Technologies)),
        (SheetField.RequiredConditions, Lines(opportunity, required: true)),
        (SheetField.WishedConditions, Lines(opportunity, required: false)),
        (SheetField.Cooperation, opportunity.Cooperation),
        (SheetField.Budget, opportunity.BudgetNote ?? Range(opportunity.BudgetMinimum, opportunity.BudgetMaximum)),
        (SheetField.Investment, opportunity.Investment),
        (SheetField.Deadline, opportunity.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? opportunity.DeadlineNote),
        (SheetField.Contact, opportunity.Contact)
    ]);

    /// <inheritdoc cref="Of(Opportunity, Scenario, CodeBook)"/>
    public static IReadOnlyDictionary<string, string> Of(Capability capability, CodeBook codes) => Filled(
    [
        (SheetField.Title, capability.Title),
        (SheetField.Description, capability.Description),
        (SheetField.Tech, string.Join('、', capability.Technologies)),
        (SheetField.Trl, capability.Trl?.ToString(CultureInfo.InvariantCulture)),
        (SheetField.Cases, string.Join('\n', capability.Cases)),
        (SheetField.Effect, capability.Effect),
        (SheetField.Innovation, capability.Innovation),
        (SheetField.Qualifications, CertificateText.Write(capability.Certificates)),
        (SheetField.ProjectsAtOnce, capability.ProjectsAtOnce?.ToString(CultureInfo.InvariantCulture)),
        (SheetField.Field, codes.Field(capability.FieldCode)?.Name ?? capability.FieldText),
        (SheetField.Region, capability.RegionCode),
        (SheetField.Zone, capability.Zone),
        (SheetField.ServiceRegions, string.Join('、', capability.ServiceRegionCodes.Select(codes.RegionName))),
        (SheetField.ApplicableScenes, capability.ApplicableScenes),
        (SheetField.TargetCustomers, capability.TargetCustomers),
        (SheetField.Contact, capability.Contact)
    ]);

    private static Dictionary<string, string> Filled(IEnumerable<(SheetField Field, string? Text)> texts) =>
        texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToDictionary(t => t.Field.ToString(), t => t.Text!);

    private static string Lines(Opportunity opportunity, bool required) => string.Join('\n', opportunity.Conditions.Where(c => c.Required == required).Select(c => c.Text));

    private static string? Range(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        (null, null) => null,
        ({ } low, { } high) when low == high => Amount(low),
        ({ } low, { } high) => $"{Amount(low)}–{Amount(high)}",
        (null, { } high) => $"{Amount(high)}以内",
        ({ } low, null) => $"{Amount(low)}以上"
    };

    private static string Amount(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? ScaleWord(Scale? scale) => scale switch
    {
        Scale.Focused => ScaleWords[2],
        Scale.Integrated => ScaleWords[1],
        Scale.Major => ScaleWords[0],
        _ => null
    };

    /// <summary>The official words for how large a scenario is, largest first.</summary>
    public static readonly IReadOnlyList<string> ScaleWords = ["综合性重大场景", "行业领域集成式场景", "高价值小切口场景"];
}
