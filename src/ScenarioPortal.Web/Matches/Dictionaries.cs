using ScenarioPortal.Matching.Duplicates;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Web.Matches;

internal static class Dictionaries
{
    private static readonly string[] Names = ["dict.txt", "TSCharacters.txt", "TSPhrases.txt"];

    /// <summary>The files that decide which terms a text has.</summary>
    public static IEnumerable<string> Files(PortalPaths paths) =>
        [.. Names.Select(name => Path.Combine(paths.Dictionaries, name)), paths.Data("typos.csv")];

    /// <summary>The analyzer over the dictionaries that the build took from their packages, and the slips of writing that ship beside the code lists.</summary>
    public static TextAnalyzer Load(PortalPaths paths)
    {
        using var words = Open("dict.txt");
        using var characters = Open("TSCharacters.txt");
        using var phrases = Open("TSPhrases.txt");
        using var typos = new StreamReader(paths.Data("typos.csv"));
        return TextAnalyzer.Load(words, characters, phrases, typos);

        StreamReader Open(string name) => new(Path.Combine(paths.Dictionaries, name));
    }

    /// <summary>The words that mean the same, which ship beside the code lists.</summary>
    public static Concepts LoadConcepts(PortalPaths paths)
    {
        using var file = new StreamReader(paths.Data("concepts.csv"));
        return Concepts.Load(file);
    }
}
