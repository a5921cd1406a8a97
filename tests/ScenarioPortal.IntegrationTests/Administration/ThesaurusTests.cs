using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Matching.Thesauri;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Administration;

/// <summary>The system administrator keeps the thesaurus; what is said holds on every node within seconds, and no file takes it back.</summary>
public sealed class ThesaurusTests(PortalDatabase database)
{
    [Fact]
    public async Task The_shipped_pairs_are_there_from_the_first_start()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);

        var page = await administrator.ReadAsync($"{Links.Thesaurus}?q={Uri.EscapeDataString("打瞌睡")}&relation=Solves&field=transport");

        Assert.Contains("疲劳驾驶检测", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">井盖丢失</a>", page, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.ThesaurusEntries.CountAsync(e => e.State == ThesaurusState.Active && e.Origin == ThesaurusOrigin.Shipped)) >= 1500);
        Assert.True(InUse(portal).Knows("打瞌睡", "疲劳驾驶检测"));
    }

    [Fact]
    public async Task A_pair_that_is_added_is_used_at_once_and_one_that_is_switched_off_no_more_whatever_a_newer_file_says()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);
        var shipped = await EntryAsync(portal, "打瞌睡", "疲劳驾驶检测");

        await administrator.SubmitAsync(Links.Thesaurus, [.. Pair("屋顶漏雨", "防水卷材"), new("Input.Field", "construction-safety")]);
        await administrator.SubmitAsync(Links.ThesaurusEntry(shipped.Id), [new("Input.Revision", "1")], $"{Links.ThesaurusEntry(shipped.Id)}?handler=SwitchOff");
        await portal.MatchedAsync();
        var held = InUse(portal);
        await NewerFileAsync(portal);

        Assert.Equal(new WordPair(WordRelation.Solves, "屋顶漏雨", "防水卷材", "construction-safety"), Assert.Single(held.Of("屋顶漏雨")));
        Assert.False(held.Knows("打瞌睡", "疲劳驾驶检测"));
        Assert.Equal(ThesaurusState.Refused, (await EntryAsync(portal, "打瞌睡", "疲劳驾驶检测")).State);
        Assert.Equal(["thesaurus.add", "thesaurus.switch-off"], await ActionsAsync(portal));
    }

    [Fact]
    public async Task A_newer_file_adds_what_is_missing_and_leaves_what_was_changed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);
        var shipped = await EntryAsync(portal, "打瞌睡", "疲劳驾驶检测");
        var address = Links.ThesaurusEntry(shipped.Id);
        await administrator.SubmitAsync(address, [new("Input.Revision", "1"), new("Input.Relation", "Same"), new("Input.Field", "")]);
        await portal.ReadAsync(db => db.ThesaurusEntries.Where(e => e.Word == "司机犯困").ExecuteDeleteAsync());

        await NewerFileAsync(portal);

        var changed = await EntryAsync(portal, "打瞌睡", "疲劳驾驶检测");
        Assert.Equal((WordRelation.Same, null), (changed.Relation, changed.FieldCode));
        Assert.NotNull(await EntryAsync(portal, "司机犯困", "疲劳驾驶检测"));
    }

    [Fact]
    public async Task What_was_switched_off_can_be_switched_on_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);
        var address = Links.ThesaurusEntry((await EntryAsync(portal, "打瞌睡", "疲劳驾驶检测")).Id);
        await administrator.SubmitAsync(address, [new("Input.Revision", "1")], $"{address}?handler=SwitchOff");
        Assert.Contains("打瞌睡", await administrator.ReadAsync($"{Links.Thesaurus}?state=Refused"), StringComparison.Ordinal);

        var again = await administrator.SubmitAsync(address, [new("Input.Revision", "2")], $"{address}?handler=SwitchOn");
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.True(InUse(portal).Knows("打瞌睡", "疲劳驾驶检测"));
        Assert.Equal(["thesaurus.switch-off", "thesaurus.switch-on"], await ActionsAsync(portal));
    }

    [Theory]
    [InlineData("疲劳驾驶检测", "打瞌睡", "Solves", "", "已经是一对（在用）")]
    [InlineData("ｍｅｓ", "制造执行系统", "Same", "", "已经是一对（在用）")]
    [InlineData("漏", "防水卷材", "Solves", "", "请填写词语，2 到 14 字")]
    [InlineData("屋顶漏雨", "屋顶漏雨", "Solves", "", "两个词不能相同")]
    [InlineData("屋顶漏雨", "……", "Solves", "", "请填写词语，2 到 14 字")]
    [InlineData("屋顶漏雨", "防水卷材", "", "", "请选择两个词的关系")]
    [InlineData("屋顶漏雨", "防水卷材", "Solves", "nowhere", "请从清单里选择领域")]
    public async Task What_cannot_be_a_pair_is_refused_at_its_field_and_nothing_typed_is_lost(string word, string leadsTo, string relation, string field, string sentence)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);

        var refused = await administrator.SubmitAsync(Links.Thesaurus, [new("Input.Word", word), new("Input.LeadsTo", leadsTo), new("Input.Relation", relation), new("Input.Field", field)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{word}\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{leadsTo}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_found_in_the_lists_judged_one_by_one_and_not_found_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);
        await portal.ImportAsync(ListKind.Opportunities, Lines(5, n => $$"""{"id":"n{{n}}","title":"珊瑚白化第{{n}}处","description":"潜水员发现珊瑚白化，想知道哪里在坏。","publisher":"示范局"}"""));
        await portal.ImportAsync(ListKind.Capabilities, Lines(5, n => $$"""{"id":"c{{n}}","title":"珊瑚修复与光谱成像 {{n}}","description":"以光谱成像看珊瑚，潜水员不必下水。","company":"示范公司{{n}}"}"""));
        await portal.ImportAsync(ListKind.Opportunities, Lines(Others.Length, n => $$"""{"id":"m{{n}}","title":"{{Others[n]}}","description":"{{Others[n]}}，要有人管。","publisher":"示范局"}"""));
        await portal.ImportAsync(ListKind.Capabilities, Lines(Others.Length, n => $$"""{"id":"d{{n}}","title":"{{Others[n]}}设备","description":"解决{{Others[n]}}。","company":"另一公司{{n}}"}"""));
        await portal.MatchedAsync();

        await administrator.SubmitAsync(Links.Suggestions, [], $"{Links.Thesaurus}?handler=Find");
        var found = await portal.ReadAsync(db => db.ThesaurusEntries.Where(e => e.State == ThesaurusState.Suggested).OrderBy(e => e.Id).ToListAsync());
        var page = await administrator.ReadAsync(Links.Suggestions);
        Assert.InRange(found.Count, 2, 100);
        Assert.Contains(found[0].LeadsTo, page, StringComparison.Ordinal);
        Assert.All(found, f => Assert.True(f.Evidence >= PairMiner.FewestTexts));

        await administrator.SubmitAsync(Links.Suggestions, [new("Input.Revision", "1")], $"{Links.ThesaurusEntry(found[0].Id)}?handler=Accept");
        await administrator.SubmitAsync(Links.Suggestions, [new("Input.Revision", "1")], $"{Links.ThesaurusEntry(found[1].Id)}?handler=Refuse");
        await administrator.SubmitAsync(Links.Suggestions, [], $"{Links.Thesaurus}?handler=Find");
        await portal.MatchedAsync();

        Assert.True(InUse(portal).Knows(found[0].Word, found[0].LeadsTo));
        Assert.False(InUse(portal).Knows(found[1].Word, found[1].LeadsTo));
        Assert.Equal(ThesaurusState.Refused, (await EntryAsync(portal, found[1].Word, found[1].LeadsTo)).State);
        Assert.Equal(found.Count, await portal.ReadAsync(db => db.ThesaurusEntries.CountAsync(e => e.Evidence > 0)));
        Assert.Equal(["thesaurus.suggest", "thesaurus.accept", "thesaurus.refuse", "thesaurus.suggest"], await ActionsAsync(portal));
    }

    [Fact]
    public async Task Of_two_who_judge_the_same_the_second_is_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);
        var suggestion = ThesaurusEntry.Suggested(WordRelation.Solves, "屋顶漏雨", "防水卷材", null, ThesaurusOrigin.Corpus, 4, portal.Clock.GetUtcNow());
        await portal.SaveAsync(suggestion);
        var address = Links.ThesaurusEntry(suggestion.Id);
        await administrator.SubmitAsync(address, [new("Input.Revision", "1")], $"{address}?handler=Refuse");

        var late = await administrator.SubmitAsync(address, [new("Input.Revision", "1")], $"{address}?handler=Accept");
        var unmoved = await administrator.SubmitAsync(address, [new("Input.Revision", "1"), new("Input.Relation", "Same")]);

        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains("已经有人处理过了", await late.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, unmoved.StatusCode);
        Assert.Equal((ThesaurusState.Refused, WordRelation.Solves), await portal.ReadAsync(db => db.ThesaurusEntries.Where(e => e.Id == suggestion.Id).Select(e => new ValueTuple<ThesaurusState, WordRelation>(e.State, e.Relation)).SingleAsync()));
    }

    [Fact]
    public async Task A_page_shows_fifty_and_an_address_from_elsewhere_shows_what_it_can()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var administrator = await AdministratorAsync(portal);

        var second = await administrator.ReadAsync($"{Links.Thesaurus}?from=2");
        var wild = await administrator.GetAsync($"{Links.Thesaurus}?from=-7&state=What&relation=99&field=nowhere&q=%25_%5C");

        Assert.Equal(50, second.Split("<th scope=\"row\">").Length - 1);
        Assert.Contains($"href=\"{Links.Thesaurus}?state=Active&from=3\"", second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, wild.StatusCode);
    }

    [Fact]
    public async Task The_database_itself_shows_and_takes_pairs_from_the_system_administrator_alone_and_never_other_words()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var wall = portal.Services.GetRequiredService<RequestDatabase>();
        var reviewer = new Person { AccountId = Guid.CreateVersion7(), IsComplete = true, Posts = [new Post(StaffRole.Reviewer, "110000")] };
        var administrator = reviewer with { Posts = [new Post(StaffRole.SystemAdministrator, null)] };
        var me = administrator.AccountId!.Value;

        await using (var foreign = wall.OpenFor(reviewer))
        {
            Assert.Equal(0, await foreign.ThesaurusEntries.CountAsync(Cancellation));
            Assert.Equal(0, await foreign.ThesaurusEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ThesaurusState.Refused), Cancellation));
            foreign.Add(new ThesaurusEntry(WordRelation.Same, "屋顶漏雨", "漏雨", null, me, portal.Clock.GetUtcNow()));
            await RefusedAsync(() => foreign.SaveChangesAsync(Cancellation));
        }

        await using var own = wall.OpenFor(administrator);
        Assert.True(await own.ThesaurusEntries.AnyAsync(Cancellation));
        Assert.Equal(0, await own.ThesaurusEntries.ExecuteDeleteAsync(Cancellation));
        await RefusedAsync(() => own.ThesaurusEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.Word, e => e.LeadsTo).SetProperty(e => e.LeadsTo, e => e.Word).SetProperty(e => e.ChangedBy, me), Cancellation));
        await RefusedAsync(() => own.ThesaurusEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.ChangedBy, Guid.CreateVersion7()), Cancellation));

        static async Task RefusedAsync(Func<Task> deed)
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(deed);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal as PostgresException ?? refusal.InnerException).SqlState);
        }
    }

    private static readonly string[] Others =
        ["路灯不亮", "垃圾满了", "违建加盖", "油烟扰民", "公厕没纸", "树倒砸车", "电梯困人", "噪声扰民", "停车太难", "渣土乱倒", "管道漏水", "燃气泄漏", "桥梁裂缝", "大雾封路", "超载货车", "养老助餐", "近视筛查", "食堂后厨", "耕地撂荒", "果园虫害"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));

    private static KeyValuePair<string, string>[] Pair(string word, string leadsTo) => [new("Input.Word", word), new("Input.LeadsTo", leadsTo), new("Input.Relation", "Solves")];

    private static async Task<HttpClient> AdministratorAsync(PortalHost portal) => await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));

    private static Thesaurus InUse(PortalHost portal) => portal.Services.GetRequiredService<CodeBooks>().Current.Thesaurus;

    private static Task<ThesaurusEntry> EntryAsync(PortalHost portal, string word, string leadsTo) => portal.ReadAsync(db => db.ThesaurusEntries.AsNoTracking().SingleAsync(e => e.Word == word && e.LeadsTo == leadsTo));

    private static Task<List<string>> ActionsAsync(PortalHost portal) => portal.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("thesaurus.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync());

    /// <summary>As if the portal were started anew with a file of another version.</summary>
    private static async Task NewerFileAsync(PortalHost portal)
    {
        await portal.ReadAsync(db => db.CodeListVersions.ExecuteDeleteAsync());
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await new CodeListLoader(db, portal.Clock, portal.Services.GetRequiredService<PortalPaths>()).LoadAsync(TestContext.Current.CancellationToken);
    }
}
