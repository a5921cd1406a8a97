using ScenarioPortal.Exchange.Writing;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("  =1")]
    [InlineData("\u00a0=1")]
    [InlineData("\u3000=1")]
    [InlineData("\u200b=1")]
    [InlineData("\ufeff=1")]
    [InlineData("\"=1\"")]
    [InlineData("'=1")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"看\")")]
    [InlineData("=1\nnext")]
    public void What_a_spreadsheet_might_compute_is_text(string cell)
    {
        Assert.StartsWith("'", CellGuard.Text(cell), StringComparison.Ordinal);
        Assert.StartsWith("\"'", CsvLine.Of(cell), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("夜间巡查")]
    [InlineData("a=b")]
    [InlineData("3-5 万元")]
    [InlineData("{\"a\":1}")]
    public void Other_text_stays_as_it_is(string cell) => Assert.Equal(cell, CellGuard.Text(cell));

    [Fact]
    public void Cells_are_quoted_and_end_with_the_line() => Assert.Equal("\"甲\",\"\",\"a \"\"b\"\", c\"\r\n", CsvLine.Of("甲", null, "a \"b\", c"));
}
