namespace ScenarioPortal.Web.Localisation;

/// <summary>Names the portal's texts: the Chinese text is the key, its English stands in <c>Resources/Texts.en.resx</c>.</summary>
public sealed class Texts;
