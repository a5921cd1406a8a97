using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Credit;

/// <summary>The page about the domain shows the rules as the file has them.</summary>
public sealed class CreditDocumentTests
{
    [Fact]
    public void The_page_about_the_domain_shows_the_same_rules()
    {
        var table = new StringBuilder("| rule | from where | what | answer | points | half-life | why |\n|---|---|---|---|---|---|---|\n");
        foreach (var cells in File.ReadLines(Here("data", "credit-rules.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')))
        {
            var what = $"{Any(cells[3])}{(cells[4].Length == 0 ? "" : $" → {cells[4]}")}{(cells[5].Length == 0 ? "" : $" ({Any(cells[5])})")}";
            table.Append(CultureInfo.InvariantCulture, $"| {cells[1]} ({cells[0]}) | {Any(cells[2])} | {what} | {(cells[6].Length == 0 ? "–" : cells[6])} | {int.Parse(cells[8], CultureInfo.InvariantCulture):+0;−0} {cells[7]} | {cells[9]} days | {cells[10]}: {cells[11]} |\n");
        }

        Assert.Contains(table.ToString(), File.ReadAllText(Here("docs", "domain.md")).ReplaceLineEndings("\n"));
    }

    private static string Any(string names) => names.Length == 0 ? "any" : names.Replace("|", ", ", StringComparison.Ordinal);

    private static string Here(string folder, string file, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", folder, file);
}
