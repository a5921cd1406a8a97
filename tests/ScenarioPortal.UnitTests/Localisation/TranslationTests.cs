using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed partial class TranslationTests
{
    private static readonly IReadOnlyDictionary<string, string> English =
        XDocument.Load(Path.Combine(Repository.Root, "src/ScenarioPortal.Web/Resources/Texts.en.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [Fact]
    public void Every_text_is_also_said_in_English()
    {
        var missing = Texts().Where(t => !English.ContainsKey(t.Text)).Select(t => $"{t.File}: {t.Text}");

        Assert.Empty(missing);
    }

    [Fact]
    public void Nothing_is_translated_that_nobody_says()
    {
        var said = Texts().Select(t => t.Text).ToHashSet();

        Assert.DoesNotContain(English.Keys, text => !said.Contains(text));
    }

    [Fact]
    public void Both_languages_fill_the_same_gaps()
    {
        var different = English.Where(e => !GapsOf(e.Key).SetEquals(GapsOf(e.Value))).Select(e => $"{e.Key} / {e.Value}");

        Assert.Empty(different);
    }

    [Fact]
    public void English_has_no_Chinese_in_it()
    {
        Assert.DoesNotContain(English.Values, t => Chinese().IsMatch(t));
    }

    /// <summary>What pages and programs say through the localizer, and what the domain and the reading of lists say when they refuse.</summary>
    private static IEnumerable<(string File, string Text)> Texts() =>
        from file in Repository.Files("src/ScenarioPortal.Web", ".cs", ".cshtml").Concat(Repository.Files("src/ScenarioPortal.Domain", ".cs"))
            .Concat(Repository.Files("src/ScenarioPortal.Exchange", ".cs").Where(IsRefusals))
        let inDomain = file.Contains("ScenarioPortal.Domain", StringComparison.Ordinal) || file.Contains("ScenarioPortal.Web/Files", StringComparison.Ordinal) || IsRefusals(file)
        from Match match in (inDomain ? Literal() : Localized()).Matches(WithoutComments(File.ReadAllText(file)))
        let text = match.Groups["text"].Value
        where !inDomain || Chinese().IsMatch(text)
        select (Repository.NameOf(file), text);

    private static bool IsRefusals(string file) => file.EndsWith("Refusals.cs", StringComparison.Ordinal);

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    private static HashSet<string> GapsOf(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    /// <summary>The localizer itself, and the messages of validators, which go through it.</summary>
    [GeneratedRegex("""(?:\bL\[|\bWithMessage\(|\bAddFailure\(|\bRuleBrokenException\()"(?<text>(?:[^"\\]|\\.)*)"[,\])]""")]
    private static partial Regex Localized();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("^\\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\\{\\d+[^}]*\\}")]
    private static partial Regex Gap();

    [GeneratedRegex("[\\u4e00-\\u9fff]")]
    private static partial Regex Chinese();
}
