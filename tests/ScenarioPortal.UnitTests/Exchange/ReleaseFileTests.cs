using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Writing;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

/// <summary>What holds for every file of a released list.</summary>
public sealed class ReleaseFileTests
{
    private const int Many = 5000;
    private const int Step = 500;

    public static TheoryData<string> Formats { get; } = new(ReleaseFormats.All.Select(f => f.Extension));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rows_leave_while_others_are_still_to_come(string format)
    {
        var target = new ServerStream();
        List<long> left = [];

        await ReleaseFormats.Find(format)!.WriteAsync(Annex.HeadOf(ListKind.Opportunities), Rows(), target, TestContext.Current.CancellationToken);

        Assert.Equal(Many / Step, left.Count);
        Assert.Equal(left.Count, left.Distinct().Count());
        Assert.True(target.TakenLength - left[^1] < target.TakenLength / 4, $"{left[^1]} of {target.TakenLength} bytes had left before the last {Step} rows");

        async IAsyncEnumerable<ReleaseRow> Rows()
        {
            for (var number = 1; number <= Many; number++)
            {
                yield return Annex.Row(number, Unlike(number));
                if (number % Step == 0)
                {
                    await Task.Yield();
                    left.Add(target.TakenLength);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_list_is_the_same_file(string format) =>
        Assert.Equal(await Annex.WriteAsync(format, ListKind.Opportunities, Annex.Needs), await Annex.WriteAsync(format, ListKind.Opportunities, Annex.Needs));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_file_that_could_not_be_finished_does_not_look_whole(string format)
    {
        var target = new ServerStream();

        await Assert.ThrowsAsync<IOException>(() => ReleaseFormats.Find(format)!.WriteAsync(
            Annex.HeadOf(ListKind.Opportunities), BreakingOff(), target, TestContext.Current.CancellationToken));

        Assert.True(target.TakenLength < (await Annex.WriteAsync(format, ListKind.Opportunities, Annex.Needs)).Length);

        static async IAsyncEnumerable<ReleaseRow> BreakingOff()
        {
            yield return Annex.Needs[0];
            await Task.Yield();
            throw new IOException("The database is away.");
        }
    }

    [Fact]
    public void Other_formats_are_not_known() =>
        Assert.Equal([null, null, null], ((string[])["pdf", "XLSX", ""]).Select(ReleaseFormats.Find));

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_guarded_in_csv_which_begins_with_its_mark_and_ends_lines_for_spreadsheets()
    {
        var row = Annex.Row(1, new() { Title = "=HYPERLINK(\"https://evil.example\")", Summary = "@SUM(A1)", Organisation = "甲" });

        var file = await Annex.WriteAsync("csv", ListKind.Capabilities, row);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(
            """
            "编号","能力名称","能力概述","单位","领域","区域","成熟度","企业资质"
            "2026-01-需-001","'=HYPERLINK(""https://evil.example"")","'@SUM(A1)","甲","未注明","未注明","未注明","未注明"

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public async Task The_hash_of_a_batch_can_be_computed_from_its_json()
    {
        var release = new ListRelease(ListKind.Opportunities, 2026, 1, "2026年第一批场景机会清单");
        foreach (var need in Annex.Needs)
        {
            release.Add(need.SubjectId, need.Content);
        }

        release.Release(Annex.HeadOf(ListKind.Opportunities).ReleasedAt);
        var file = await Annex.WriteAsync("json", release.Kind, release.Items.Select(i => new ReleaseRow { SubjectId = i.SubjectId, Number = i.Number, Content = i.Content }));

        var text = new StringBuilder();
        foreach (var item in JsonDocument.Parse(file).RootElement.EnumerateArray())
        {
            text.AppendJoin('\u001f', Say(item, "number"), Say(item, "id"), Say(item, "title"), Say(item, "description"), Named(item, "organisation"),
                Say(item, "field"), Named(item, "region"), Say(item, "budget"), Say(item, "deadline"), Say(item, "trl")).Append('\u001e');
        }

        Assert.Equal(release.ContentHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    private static string? Say(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Named(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetProperty("name").GetString() : null;

    /// <summary>Text that packs badly, so that what is held back shows.</summary>
    private static FrozenItem Unlike(int number)
    {
        var text = Convert.ToHexStringLower(SHA512.HashData(BitConverter.GetBytes(number)));
        return new() { Title = $"第 {number} 条", Summary = text, Organisation = "示范市水务局" };
    }
}
