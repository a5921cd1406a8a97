using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.UnitTests.Localisation;

/// <summary>Someone who reads one of the portal's languages as long as this is in use.</summary>
internal sealed class Reader : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Reader(CultureInfo language) => CultureInfo.CurrentUICulture = language;

    public static IStringLocalizer<Texts> L { get; } = new PortalLocalizer();

    public static Reader OfChinese() => new(Language.Chinese);

    public static Reader OfEnglish() => new(Language.English);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
