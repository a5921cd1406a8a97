using System.Globalization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>The languages people can read the portal in: Chinese by default, English on request.</summary>
internal static class Language
{
    public static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-CN");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>Whether the current reader reads English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
