using System.Globalization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>How a visitor wants to read: in which language, and whether in 长者模式. Two cookies keep it; no other page depends on who asks.</summary>
internal sealed record Reading
{
    public const string LanguageName = "lang";
    public const string ElderName = "elder";

    /// <summary>Bound to this host by its name, as every cookie of the portal.</summary>
    public const string CookiePrefix = "__Host-";

    private const string EnglishValue = "en";
    private const string On = "on";

    private static readonly Reading[] Ways = [new(), new() { Elder = true }, new() { English = true }, new() { English = true, Elder = true }];

    private Reading()
    {
    }

    public bool English { get; private init; }

    public bool Elder { get; private init; }

    public CultureInfo Culture => English ? Language.English : Language.Chinese;

    /// <summary>Tells cached copies of a page apart.</summary>
    public string Key => (English, Elder) switch
    {
        (false, false) => "zh",
        (false, true) => "zh-elder",
        (true, false) => "en",
        _ => "en-elder"
    };

    public static Reading Of(HttpRequest request) => Of(
        english: request.Cookies[CookiePrefix + LanguageName] == EnglishValue,
        elder: request.Cookies[CookiePrefix + ElderName] == On);

    public static Reading In(string? language) => Of(english: language == EnglishValue, elder: false);

    private static Reading Of(bool english, bool elder) => Ways[(english ? 2 : 0) + (elder ? 1 : 0)];
}

internal static class ReadingOfRequest
{
    extension(HttpContext context)
    {
        public Reading Reading => context.Features.Get<Reading>() ?? Reading.Of(context.Request);
    }
}
