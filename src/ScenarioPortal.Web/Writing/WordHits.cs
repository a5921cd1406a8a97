using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Writing;

/// <summary>Words in a text that somebody should look at before it is public: wrong characters, claims, what may not be open. Hints only.</summary>
internal static class WordHits
{
    /// <summary>The code list of such words: the word, what to write instead, and why.</summary>
    public const string List = "words";

    public static IReadOnlyList<CodeListEntry> In(IReadOnlyDictionary<string, string> texts, CodeBook codes)
    {
        var said = texts.Where(t => Enum.TryParse<SheetField>(t.Key, out _)).Select(t => t.Value).ToArray();
        return [.. codes.EntriesOf(List).Where(e => said.Any(t => t.Contains(e.Code, StringComparison.Ordinal)))];
    }
}
