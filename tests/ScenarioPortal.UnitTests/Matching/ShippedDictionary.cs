using ScenarioPortal.Matching.Text;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>The dictionary and the slips of writing that ship, for what the tiny one cannot tell.</summary>
internal static class ShippedDictionary
{
    public static PortalPaths Paths { get; } = new() { Own = "" };

    public static WordTrie Words { get; } = Read();

    public static TextAnalyzer Analyzer() => Dictionaries.Load(Paths);

    private static WordTrie Read()
    {
        using var file = new StreamReader(Path.Combine(Paths.Dictionaries, "dict.txt"));
        return WordTrieReader.Read(file);
    }
}
