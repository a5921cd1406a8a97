using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>
/// Finds words of the other language in what belongs to the portal: navigation, headings, buttons, labels, hints. What the lists
/// say stays as it was written.
/// </summary>
internal static partial class Wording
{
    /// <summary>Names that are the same in every language.</summary>
    private static readonly string[] Shared = ["Excel", "Word", "PDF", "PNG", "JPG", "xlsx", "xls", "docx", "doc", "csv", "English", "SHA", "TRL"];

    /// <summary>
    /// Content carries its own language, so whatever repeats content elsewhere (a breadcrumb, a hidden addition to a link) is content too.
    /// </summary>
    private const string OwnWords = """
        () => {
          const isContent = e => e.closest('[lang]') !== document.documentElement || e.closest('tbody, .code');
          const wordsIn = element => {
            const words = [];
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) if (!isContent(walker.currentNode.parentElement)) words.push(walker.currentNode.data.trim());
            return words;
          };
          const content = [...document.querySelectorAll('body [lang]')].map(e => e.textContent.trim()).filter(t => t);
          const chrome = 'nav, header, footer, h1, h2, h3, button, .btn, label, th, dt, legend, summary, caption, option, .switch, .banner, .result-sentence';
          const hints = [...document.querySelectorAll('[aria-label], [placeholder], [data-label]')].filter(e => !isContent(e));
          const words = [
            ...[...document.querySelectorAll(chrome)].flatMap(wordsIn),
            ...hints.flatMap(e => [e.ariaLabel, e.placeholder, e.dataset.label])];
          return [...new Set(words.filter(w => w && !content.some(c => w.includes(c))))];
        }
        """;

    public static async Task<IEnumerable<string>> OfAnotherLanguageAsync(IPage page, Language language)
    {
        var other = language is Language.Chinese ? EnglishWord() : ChineseCharacter();
        var texts = await page.EvaluateAsync<string[]>(OwnWords);
        return texts.Where(text => other.Matches(Quoted().Replace(text, "")).Any(word => !Shared.Contains(word.Value)));
    }

    /// <summary>Words of the visitor, and official numbers such as 2026-01-需-001, are quoted as they are.</summary>
    [GeneratedRegex("“[^”]*”|[0-9]{4}-(?:[0-9]{2}-[需供例]|[对证])-[0-9]+")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex ChineseCharacter();
}
