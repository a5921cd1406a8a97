using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

/// <summary>Chinese text has full-width punctuation everywhere that people read it.</summary>
public sealed partial class PunctuationTests
{
    /// <summary>A header as published lists really write it; the import has to understand it.</summary>
    private const string DeliberateWart = "所属区(开发区)";

    static PunctuationTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Pages_and_resources_use_full_width_punctuation() =>
        Assert.Empty(from file in Repository.Files("src/ScenarioPortal.Web", ".cshtml", ".resx", ".json")
                     from fault in FaultsIn(File.ReadAllText(file))
                     select $"{Repository.NameOf(file)}: {fault}");

    [Fact]
    public void What_the_program_says_uses_full_width_punctuation() =>
        Assert.Empty(from file in Repository.Files("src", ".cs")
                     from Match literal in Literal().Matches(Pattern().Replace(File.ReadAllText(file), ""))
                     from fault in FaultsIn(literal.Value)
                     select $"{Repository.NameOf(file)}: {fault}");

    [Fact]
    public void Code_lists_and_demonstration_lists_use_full_width_punctuation() =>
        Assert.Empty(from file in Repository.Files("data", ".csv", ".xlsx", ".jsonl")
                     from text in TextsIn(file)
                     from fault in FaultsIn(text.Replace(DeliberateWart, "", StringComparison.Ordinal))
                     select $"{Repository.NameOf(file)}: {fault}");

    private static IEnumerable<string> FaultsIn(string text) =>
        from Match fault in Fault().Matches(text)
        let start = Math.Max(0, fault.Index - 8)
        select text[start..Math.Min(text.Length, fault.Index + 8)].ReplaceLineEndings(" ");

    private static IEnumerable<string> TextsIn(string file) => Path.GetExtension(file) == ".xlsx" ? Workbook(file) : Table(file);

    private static IEnumerable<string> Workbook(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && e.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            yield return WebUtility.HtmlDecode(reader.ReadToEnd());
        }
    }

    /// <summary>The cells of a comma-separated file in UTF-8 or GB18030, lines of remarks left out.</summary>
    private static IEnumerable<string> Table(string file)
    {
        var bytes = File.ReadAllBytes(file);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.GetEncoding("GB18030").GetString(bytes);
        }

        return from Match cell in Cell().Matches(Remark().Replace(text, "")) select cell.Value.Trim('"');
    }

    [GeneratedRegex(@"[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]")]
    private static partial Regex Fault();

    /// <summary>Regular expressions are not read by people.</summary>
    [GeneratedRegex(@"^\s*\[GeneratedRegex\(.*?\)\]\s*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Pattern();

    [GeneratedRegex("\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"|[^,\"\\r\\n]+")]
    private static partial Regex Cell();

    [GeneratedRegex("^#.*$", RegexOptions.Multiline)]
    private static partial Regex Remark();
}
