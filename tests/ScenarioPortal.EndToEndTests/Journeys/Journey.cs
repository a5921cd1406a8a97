using Xunit;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>What journeys have in common.</summary>
public static class Journey
{
    /// <summary>
    /// A journey takes long, so it is gone twice and not four times: both languages, both sizes, and the longer words on the narrower screen. Pages by themselves are looked at in every way.
    /// </summary>
    public static TheoryData<Language, Device> Views { get; } = new() { { Language.Chinese, Device.Desktop }, { Language.English, Device.Phone } };
}
