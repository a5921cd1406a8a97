using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Administration;

/// <summary>The system administrator sees whether the index is current, and what other weights would do, before they are in force.</summary>
public sealed class MatchingPageTests(PortalDatabase database)
{
    private const string Need = """{"id":"N1","title":"独居老人跌倒没人知道","publisher":"海淀区民政局","field":"民生养老","description":"独居老人夜里跌倒没人知道。","region":"北京市海淀区"}""";

    private const string Capabilities =
        """
        {"id":"C1","company":"甲有限公司","field":"工业制造","title":"跌倒检测毫米波雷达","description":"老人跌倒后报警，不装摄像头。"}
        {"id":"C2","company":"乙有限公司","field":"民生养老","title":"老人陪伴","description":"老人陪伴和聊天。"}
        {"id":"C3","company":"丙有限公司","field":"民生养老","title":"独居老人用餐","description":"独居老人助餐，夜里也送。"}
        """;

    [Fact]
    public async Task The_page_says_how_far_this_node_is_and_what_counts_how_much()
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);

        var page = await administrator.ReadAsync(Links.Matching);

        var newest = await portal.ReadAsync(db => db.Outbox.MaxAsync(m => m.Id));
        Assert.Contains($"第 {newest} 号", page, StringComparison.Ordinal);
        Assert.Contains("<dd>1 条</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>3 项</dd>", page, StringComparison.Ordinal);
        Assert.All(MatchWeights.Shipped.Lines, line => Assert.Contains(line.Reason, page, StringComparison.Ordinal));
        Assert.Contains(Links.Matching, await administrator.ReadAsync(Links.AccountList), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_many_stored_matches_wait_for_a_newer_judge_and_so_does_their_own()
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);
        var match = await portal.ReadAsync(db => db.Matches.AsNoTracking().OrderByDescending(m => m.Score).FirstAsync());
        var stored = await portal.ReadAsync(db => db.Matches.CountAsync());
        var (settled, explained) = (await administrator.ReadAsync(Links.Matching), await administrator.ReadAsync(Links.Match(match.OpportunityId, match.CapabilityId)));

        await portal.SaveAsync(new Judge { Program = "9999", Words = "" });

        var page = await administrator.ReadAsync(Links.Matching);
        Assert.Contains("都按现行规则和词库算过", settled, StringComparison.Ordinal);
        Assert.Contains($"{stored} 对等待重算", page, StringComparison.Ordinal);
        Assert.Contains("还有 4 条机会和能力要重新找配对", page, StringComparison.Ordinal);
        Assert.Contains("由更新版本的节点计算，本节点不参与", page, StringComparison.Ordinal);
        Assert.DoesNotContain("匹配规则或词库刚更新过", explained, StringComparison.Ordinal);
        Assert.Contains("匹配规则或词库刚更新过", await administrator.ReadAsync($"{Links.Match(match.OpportunityId, match.CapabilityId)}?from=capability"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_weights_move_nobody_and_others_do_and_nothing_is_changed()
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);
        var need = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        var before = await portal.ReadAsync(db => db.Matches.AsNoTracking().OrderBy(m => m.CapabilityId).Select(m => m.Score).ToListAsync());

        var same = await CompareAsync(administrator, need.Number ?? $"{need.Id}", MatchWeights.Shipped.ToText());
        var other = await CompareAsync(administrator, Links.Opportunity(need.Id), Changed("field", "10"));

        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        var (unmoved, moved) = (await same.ReadAsync(), await other.ReadAsync());
        Assert.Contains("独居老人跌倒没人知道", unmoved, StringComparison.Ordinal);
        Assert.Contains("不变", unmoved, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-hidden=\"true\">↑", unmoved, StringComparison.Ordinal);
        Assert.Contains("aria-hidden=\"true\">↑", moved, StringComparison.Ordinal);
        Assert.Equal(before, await portal.ReadAsync(db => db.Matches.AsNoTracking().OrderBy(m => m.CapabilityId).Select(m => m.Score).ToListAsync()));
    }

    [Theory]
    [InlineData("field", "eleven", "第 7 行：field 应在 0 到 10 之间，不能是“eleven”。")]
    [InlineData("peers", "2", "第 5 行：peers 应在 0 到 1 之间，不能是“2”。")]
    public async Task A_bad_line_is_named_at_the_field_and_nothing_typed_is_lost(string name, string value, string sentence)
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);

        var refused = await CompareAsync(administrator, "没有这个编号", Changed(name, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("没有找到这些已发布的机会：没有这个编号。", page, StringComparison.Ordinal);
        Assert.Contains($"{name},0,{value},", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_file_counts_before_what_is_pasted_and_stands_there_to_be_put_right()
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);
        var need = await portal.ReadAsync(db => db.Opportunities.SingleAsync());

        var bad = await UploadAsync(administrator, $"{need.Id}", Encoding.UTF8.GetBytes("name,from,value,reason\r\nlooks,0,1,pretty\r\n"));
        var picture = await UploadAsync(administrator, $"{need.Id}", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2]);
        var good = await UploadAsync(administrator, $"{need.Id}", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Changed("field", "10"))]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (bad.StatusCode, picture.StatusCode, good.StatusCode));
        var page = await bad.ReadAsync();
        Assert.Contains("第 2 行：没有叫“looks”的权重。", page, StringComparison.Ordinal);
        Assert.Contains("looks,0,1,pretty", page, StringComparison.Ordinal);
        Assert.Contains("这个文件不是", await picture.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_needs_at_most_are_compared_at_once()
    {
        await using var portal = await MatchedAsync();
        var administrator = await AdministratorAsync(portal);

        var none = await CompareAsync(administrator, "", MatchWeights.Shipped.ToText());
        var many = await CompareAsync(administrator, "1，2、3 4,5;6", "");

        Assert.Contains("请填写已发布机会的编号，最多 5 条。", await none.ReadAsync(), StringComparison.Ordinal);
        var page = await many.ReadAsync();
        Assert.Contains("写了 6 条，一次最多比较 5 条。", page, StringComparison.Ordinal);
        Assert.Contains("请粘贴或上传另一份权重，64 KB 以内。", page, StringComparison.Ordinal);
    }

    private static string Changed(string name, string value)
    {
        var line = MatchWeights.Shipped.Lines.Single(l => l.Name == name);
        return string.Join("\r\n", MatchWeights.Shipped.ToText().Split('\n').Select(l => l.StartsWith($"{name},", StringComparison.Ordinal) ? $"{name},0,{value},\"{line.Reason}\"" : l));
    }

    private static Task<HttpResponseMessage> CompareAsync(HttpClient administrator, string numbers, string weights) =>
        administrator.SubmitAsync(Links.Matching, [new("Input.Numbers", numbers), new("Input.Weights", weights)]);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient administrator, string numbers, byte[] file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await administrator.TokenAsync(Links.Matching)), "__RequestVerificationToken" },
            { new StringContent(numbers), "Input.Numbers" },
            { new StringContent("pasted before"), "Input.Weights" },
            { new ByteArrayContent(file), "Input.File", "weights.csv" }
        };
        return await administrator.PostAsync(Links.Matching, form);
    }

    private async Task<PortalHost> MatchedAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);
        await portal.MatchedAsync();
        return portal;
    }

    private static async Task<HttpClient> AdministratorAsync(PortalHost portal) =>
        await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
}
