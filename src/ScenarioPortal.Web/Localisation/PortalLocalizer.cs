using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>
/// Says a text in the reader's language. The stock localizer searches the resources of every parent culture on each call;
/// here Chinese is the key itself and English is one dictionary.
/// </summary>
internal sealed class PortalLocalizer : IStringLocalizer<Texts>
{
    private static readonly FrozenDictionary<string, string> English = ReadEnglish();

    public LocalizedString this[string name] => Find(name, out var text) ? new(name, text) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name, out var text);
            return new(name, string.Format(CultureInfo.CurrentCulture, text, arguments), !found);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => English.Select(t => new LocalizedString(t.Key, t.Value));

    private static bool Find(string name, out string text)
    {
        text = name;
        if (!Language.IsEnglish)
        {
            return true;
        }

        if (!English.TryGetValue(name, out var english))
        {
            return false;
        }

        text = english;
        return true;
    }

    private static FrozenDictionary<string, string> ReadEnglish() =>
        new ResourceManager("ScenarioPortal.Web.Resources.Texts", typeof(Texts).Assembly)
            .GetResourceSet(Language.English, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
