using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Administration;

/// <summary>The system administrator decides which words are pointed out, and it holds at once and for good.</summary>
public sealed class WordListTests(PortalDatabase database)
{
    [Fact]
    public async Task A_word_is_pointed_out_once_it_is_added_and_no_more_once_it_is_removed_whatever_a_newer_list_says()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
        var (editor, check) = await WritingAsync(portal, "系统要布署在街道，做到全国第一梯队。");

        await administrator.SubmitAsync(Links.WordList, [new("Input.Word", "全国第一梯队"), new("Input.Instead", "（写具体数据）"), new("Input.Why", "无法核实")]);
        await administrator.SubmitAsync(Links.Word("布署"), [new("Input.Revision", "1")], $"{Links.Word("布署")}?handler=Remove");
        await portal.MatchedAsync();
        await NewerListAsync(portal);

        var page = await editor.ReadAsync(check);
        Assert.Contains("<b lang=\"zh-CN\">全国第一梯队</b>", page, StringComparison.Ordinal);
        Assert.Contains("无法核实", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b lang=\"zh-CN\">布署</b>", page, StringComparison.Ordinal);
        Assert.Equal(["word.add", "word.remove"], await portal.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("word.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_was_changed_stays_so_and_what_was_removed_can_be_added_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
        var word = Links.Word("布署");

        await administrator.SubmitAsync(word, [new("Input.Revision", "1"), new("Input.Instead", "部署（不是布）"), new("Input.Why", "常见错字"), new("Input.WhyEnglish", "Often written wrong")]);
        await NewerListAsync(portal);
        var changed = await WordAsync(portal);
        await administrator.SubmitAsync(word, [new("Input.Revision", $"{changed.Revision}")], $"{word}?handler=Remove");
        var removed = await administrator.GetAsync(word);
        await administrator.SubmitAsync(Links.WordList, [new("Input.Word", "布署"), new("Input.Instead", "部署"), new("Input.Why", "错别字")]);

        Assert.Equal(("部署（不是布）", "常见错字", "Often written wrong"), (changed.Name, changed.Help, changed.HelpEnglish));
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Equal((false, "部署", "错别字"), ((await WordAsync(portal)) is var again ? again.Removed : default, again.Name, again.HelpEnglish));
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_and_keeps_what_they_typed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
        var word = Links.Word("布署");
        await administrator.SubmitAsync(word, [new("Input.Revision", "1"), new("Input.Instead", "甲写的"), new("Input.Why", "错别字")]);

        var late = await administrator.SubmitAsync(word, [new("Input.Revision", "1"), new("Input.Instead", "乙写的"), new("Input.Why", "错别字")]);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("乙写的", await late.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("甲写的", (await WordAsync(portal)).Name);
    }

    [Theory]
    [InlineData("布署", "部署", "错别字", "已经在清单上")]
    [InlineData("我", "你", "错别字", "请填写词语，2 到 40 字")]
    [InlineData("a/b", "你", "错别字", "不能有斜线")]
    [InlineData("……", "你", "错别字", "词语里要有文字")]
    [InlineData("新词语", "", "错别字", "请写建议改成什么")]
    [InlineData("新词语", "你", "", "请写明原因")]
    public async Task What_cannot_stand_on_the_list_is_refused_and_nothing_typed_is_lost(string word, string instead, string why, string sentence)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));

        var refused = await administrator.SubmitAsync(Links.WordList, [new("Input.Word", word), new("Input.Instead", instead), new("Input.Why", why), new("Input.WhyEnglish", "typed before")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("typed before", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_found_by_what_to_write_instead_too()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));

        var page = await administrator.ReadAsync($"{Links.WordList}?q={Uri.EscapeDataString("部署")}");

        Assert.Contains(">布署</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">帐号</a>", page, StringComparison.Ordinal);
    }

    /// <summary>As if the portal were started anew with a list of another version.</summary>
    private static async Task NewerListAsync(PortalHost portal)
    {
        await portal.ReadAsync(db => db.CodeListVersions.ExecuteDeleteAsync());
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await new CodeListLoader(db, portal.Clock, portal.Services.GetRequiredService<PortalPaths>()).LoadAsync(TestContext.Current.CancellationToken);
    }

    private static Task<CodeListEntry> WordAsync(PortalHost portal) => portal.ReadAsync(db => db.CodeListEntries.SingleAsync(e => e.List == "words" && e.Code == "布署"));

    private static async Task<(HttpClient Editor, string Check)> WritingAsync(PortalHost portal, string description)
    {
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var editor = portal.NewAccount("editor");
        var copy = new WorkingCopy(ListKind.Opportunities, unit.Id, editor.Id, portal.Clock.GetUtcNow());
        copy.Write(new Dictionary<string, string> { ["Title"] = "夜间巡查", ["Description"] = description }, editor.Id, portal.Clock.GetUtcNow());
        await portal.SaveAsync(unit, editor, new Membership(unit.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()), copy);
        return (await portal.SignedInAsync(editor), Links.WritingCheck(copy.Id));
    }
}
