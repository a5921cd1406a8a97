using System.Text.RegularExpressions;
using ScenarioPortal.UnitTests.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Security;

/// <summary>What docs/security.md says of the requirements, held against the tests that there are.</summary>
public sealed partial class SecurityDocumentTests
{
    private const int Requirements = 164;
    private static readonly string[] States = ["pass", "fail", "not applicable", "deviation"];

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md")).Where(line => Row().IsMatch(line)).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray())
    ];

    [Fact]
    public void Every_requirement_has_one_row_and_a_state()
    {
        Assert.Equal(Requirements, Rows.Count);
        Assert.Equal(Requirements, Rows.Select(r => r[0]).Distinct().Count());
        Assert.All(Rows, row => Assert.Equal(5, row.Length));
        Assert.All(Rows, row => Assert.Contains(row[3], States));
        Assert.All(Rows, row => Assert.NotEmpty(row[4]));
    }

    [Fact]
    public void Every_row_that_passes_names_a_test_that_there_is()
    {
        var tests = Repository.Files("tests", ".cs").SelectMany(f => Test().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.All(Rows.Where(r => r[3] == "pass"), row =>
        {
            var named = Named().Matches(row[4]).Select(m => m.Groups[1].Value).ToList();
            Assert.True(named.Count > 0, $"{row[0]} names no test");
            Assert.All(named, name => Assert.True(tests.Contains(name), $"{row[0]}: there is no test {name}"));
        });
    }

    [Fact]
    public void The_count_at_the_top_is_the_count_of_the_rows()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

        foreach (var state in States)
        {
            Assert.Contains($"{state} {Rows.Count(r => r[3] == state)}", text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Named();
}
