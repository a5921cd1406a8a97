using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>What a company does with a published capability, and what everyone then reads; a step out of order is refused in words and changes nothing.</summary>
public sealed class CapabilityTests(PortalDatabase database)
{
    private const string Need = """{"id":"N1","title":"汛期夜间河道漂浮物的自动发现与清理","publisher":"海淀区水务局","field":"水利","description":"主城 47 公里河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。"}""";

    [Fact]
    public async Task A_correction_stands_with_its_number_day_and_reason_on_the_item_and_in_the_batch()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var batch = await offered.InABatchAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(offered.Editor), portal.Browser());
        var hash = await portal.ReadAsync(db => db.ListReleases.Select(r => r.ContentHash).SingleAsync());
        await visitor.ReadAsync(batch);
        Assert.Contains(offered.Desk, await browser.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.Contains(offered.Desk, await browser.ReadAsync(offered.Page), StringComparison.Ordinal);
        Assert.Contains($"{offered.Desk}/correct/Description", await browser.ReadAsync(offered.Desk), StringComparison.Ordinal);
        Assert.Contains("无人艇自动清走", await browser.ReadAsync($"{offered.Desk}/correct/Description"), StringComparison.Ordinal);

        var done = await offered.CorrectAsync(browser, portal, "Description", "岸上夜视相机识别，无人艇自动清走，一年清走 41 吨。", "补上数量");
        await portal.MatchedAsync();

        Assert.Equal((HttpStatusCode.Redirect, offered.Desk), (done.StatusCode, done.Headers.Location?.OriginalString));
        foreach (var page in new[] { offered.Page, batch, offered.Desk })
        {
            var text = await (page == offered.Desk ? browser : visitor).ReadAsync(page);
            Assert.All(["第 1 号更正", "改了能力说明", "夜间可用", "一年清走 41 吨", "补上数量"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        }

        Assert.Contains("11月23日 更正：改了能力说明", await visitor.ReadAsync(offered.Page), StringComparison.Ordinal);
        var frozen = await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync());
        Assert.True(frozen.IsIntact());
        Assert.Equal(hash, frozen.ContentHash);
        Assert.Contains("一年清走 41 吨", await visitor.ReadAsync(offered.Page), StringComparison.Ordinal);
        var now = await offered.NowAsync(portal);
        Assert.Equal((portal.Clock.GetUtcNow().Date, CapabilityStatus.Published), (now.ConfirmedAt!.Value.Date, now.Status));
        await VerifyAsync(portal);
    }

    [Theory]
    [InlineData("Title", "水面垃圾识别与收集", "改了名称", "水面垃圾识别与收集")]
    [InlineData("Tech", "夜视相机、无人艇", "改了用到的技术", "夜视相机、无人艇")]
    [InlineData("Trl", "8", "改了技术成熟度", "TRL 8")]
    [InlineData("Cases", "云桥河 2025 年清走 41 吨", "改了做过的案例", "云桥河 2025 年")]
    [InlineData("Effect", "一小时内发现", "改了实际效果", "一小时内发现")]
    [InlineData("Innovation", "夜里也看得见", "改了创新亮点", "夜里也看得见")]
    [InlineData("Field", "智慧水利", "改了领域", "智慧水利")]
    [InlineData("Region", "西城区", "改了所在区域", "北京市西城区")]
    [InlineData("Zone", "示范高新区", "改了开发区", "示范高新区")]
    [InlineData("ServiceRegions", "西城区、海淀区", "改了能服务的区域", "北京市西城区、北京市海淀区")]
    [InlineData("ApplicableScenes", "河道、水库", "改了适用场景", "河道、水库")]
    [InlineData("TargetCustomers", "水务局", "改了意向客户", "水务局")]
    public async Task Every_part_is_corrected_in_public(string part, string text, string told, string now)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);

        var done = await offered.CorrectAsync(browser, portal, part, text, "原来没有写");
        var unchanged = await offered.CorrectAsync(browser, portal, part, text, "再来一次");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("和现在公开的一样", await unchanged.ReadAsync(), StringComparison.Ordinal);
        var read = await portal.Browser().ReadAsync(offered.Page);
        Assert.All(["第 1 号更正", told, now, "原来没有写"], t => Assert.Contains(t, read, StringComparison.Ordinal));
        Assert.Equal(["capability.correct"], await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == offered.Id).Select(a => a.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("Title", "", "请填写", "写错了")]
    [InlineData("Description", "  ", "请填写能力说明", "写错了")]
    [InlineData("Trl", "十二级", "请从列表里选一级", "写错了")]
    [InlineData("Region", "没有这个地方", "没有认出这个区域", "写错了")]
    [InlineData("ServiceRegions", "西城区、没有这个地方", "没有认出“没有这个地方”", "写错了")]
    [InlineData("Effect", "一小时内发现", "请写明为什么更正", " ")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string part, string text, string sentence, string why)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);

        // What else it says must not stand in for a description that was taken out.
        await offered.CorrectAsync(browser, portal, "Innovation", "夜里也看得见", "补上");

        var refused = await offered.CorrectAsync(browser, portal, part, text, why);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains(why == " " ? text : why, page, StringComparison.Ordinal);
        Assert.Single((await offered.NowAsync(portal)).Addenda);
    }

    [Fact]
    public async Task A_corrected_contact_is_told_and_not_shown()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);
        Assert.DoesNotContain("0000-7654321", await browser.ReadAsync($"{offered.Desk}/correct/Contact"), StringComparison.Ordinal);

        await offered.CorrectAsync(browser, portal, "Contact", "周先生 0000-1112223", "换了经办人");

        var page = await browser.ReadAsync(offered.Page);
        Assert.Contains("改了联系方式", page, StringComparison.Ordinal);
        Assert.All(["0000-7654321", "0000-1112223"], number => Assert.DoesNotContain(number, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_corrected_before_the_batch_is_told_on_the_item_and_not_as_a_change_of_the_batch()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(offered.Editor), portal.Browser());

        await offered.CorrectAsync(browser, portal, "Trl", "7", "验证过了");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var batch = await offered.InABatchAsync(portal);
        Assert.DoesNotContain("发布之后的变动", await visitor.ReadAsync(batch), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await offered.CorrectAsync(await portal.SignedInAsync(offered.Editor), portal, "Trl", "8", "定型了");
        await portal.MatchedAsync();

        var changes = await visitor.ReadAsync(batch);
        Assert.Contains("第 2 号更正", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("第 1 号更正", changes, StringComparison.Ordinal);
        var item = await visitor.ReadAsync(offered.Page);
        Assert.All(["第 1 号更正", "第 2 号更正", "公开之后共更正 2 次"], t => Assert.Contains(t, item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_a_batch_stays_readable_when_it_is_withdrawn_and_is_nowhere_else()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        var offered = await Offered.MakeAsync(portal);
        var batch = await offered.InABatchAsync(portal);
        await portal.MatchedAsync();
        var need = await portal.ReadAsync(db => db.Opportunities.Select(o => o.Id).SingleAsync());
        string[] places = ["/capabilities", "/search?q=漂浮物", $"/opportunities/{need}", "/"];
        var (browser, visitor) = (await portal.SignedInAsync(offered.Editor), portal.Browser());
        foreach (var place in places)
        {
            Assert.Contains(Offered.Title, await visitor.ReadAsync(place), StringComparison.Ordinal);
        }

        var done = await offered.WithdrawAsync(browser, portal, "产品已停产，后续型号另行登记。");
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        foreach (var place in places)
        {
            Assert.DoesNotContain(Offered.Title, await visitor.ReadAsync(place), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.Matches.CountAsync()));
        foreach (var page in new[] { offered.Page, batch, offered.Desk })
        {
            var text = await (page == offered.Desk ? browser : visitor).ReadAsync(page);
            Assert.Contains("企业已于 11月23日 09:0", text, StringComparison.Ordinal);
            Assert.Contains("产品已停产，后续型号另行登记。", text, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"{offered.Page}\"", await visitor.ReadAsync(batch), StringComparison.Ordinal);
        Assert.Equal(["capability.withdraw"], await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == offered.Id && a.Action.StartsWith("capability.")).Select(a => a.Action).ToListAsync()));
        Assert.True((await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync(r => r.Kind == ListKind.Capabilities))).IsIntact());
        await VerifyAsync(portal);
    }

    [Fact]
    public async Task What_is_in_no_batch_is_seen_by_its_organisation_only_and_comes_back_as_it_was()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(offered.Editor), portal.Browser());

        await offered.WithdrawAsync(browser, portal);
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(offered.Page)).StatusCode);
        Assert.Contains("产品已停产。", await browser.ReadAsync(offered.Page), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Withdraw", await browser.ReadAsync(offered.Desk), StringComparison.Ordinal);

        var back = await offered.RestoreAsync(browser, portal);
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Contains(Offered.Title, await visitor.ReadAsync("/capabilities"), StringComparison.Ordinal);
        Assert.DoesNotContain("撤下：", await visitor.ReadAsync(offered.Page), StringComparison.Ordinal);
        Assert.NotNull((await offered.NowAsync(portal)).ConfirmedAt);
        Assert.Equal(["capability.withdraw", "capability.restore"],
            await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == offered.Id && a.Action.StartsWith("capability.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_batch_says_what_of_the_one_before_was_withdrawn()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        await offered.InABatchAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var next = new Capability(offered.Company.Id, new Offer { Title = "河道巡查无人机", Description = "夜里自己飞。" }, portal.Clock.GetUtcNow());
        next.Submit(portal.Clock.GetUtcNow());
        next.Publish(null, portal.Clock.GetUtcNow());
        await portal.SaveAsync(next);
        var second = await (offered with { Id = next.Id }).InABatchAsync(portal);

        await offered.WithdrawAsync(await portal.SignedInAsync(offered.Editor), portal);
        await portal.MatchedAsync();

        var since = await portal.Browser().ReadAsync(second);
        Assert.Contains("上一批中已经结束的：", since, StringComparison.Ordinal);
        Assert.Contains($"href=\"{offered.Page}\"", since, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_withdrawn_without_a_sentence_and_a_tick_and_what_was_typed_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);

        var silent = await offered.WithdrawAsync(browser, portal, " ");
        var @long = await offered.WithdrawAsync(browser, portal, new string('停', Capability.WithdrawnWhyMaxLength + 1));
        var unsure = await offered.WithdrawAsync(browser, portal, "产品已停产。", understood: false);

        Assert.All([silent, @long, unsure], a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        Assert.Contains("请用一句话写明为什么撤下，不超过 300 字。", await silent.ReadAsync(), StringComparison.Ordinal);
        Assert.Contains(new string('停', Capability.WithdrawnWhyMaxLength + 1), await @long.ReadAsync(), StringComparison.Ordinal);
        var page = await unsure.ReadAsync();
        Assert.All(["请先看上面撤下之后会怎样，再勾选确认。", "产品已停产。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(CapabilityStatus.Published, (await offered.NowAsync(portal)).Status);
    }

    [Fact]
    public async Task What_is_withdrawn_is_neither_withdrawn_again_nor_corrected_and_what_is_public_not_put_back()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);
        var early = await offered.RestoreAsync(browser, portal);
        await offered.WithdrawAsync(browser, portal);
        var before = await offered.NowAsync(portal);

        var again = await offered.WithdrawAsync(browser, portal, "再来一次。");
        var corrected = await offered.CorrectAsync(browser, portal, "Title", "别的", "写错了");

        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("只有已撤下的能力可以恢复公开。", await early.ReadAsync(), StringComparison.Ordinal);
        foreach (var answer in new[] { again, corrected })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"“{Offered.Title}”已经撤下，恢复公开之后才能改动。", await answer.ReadAsync(), StringComparison.Ordinal);
        }

        var now = await offered.NowAsync(portal);
        Assert.Equal((before.Revision, before.WithdrawnWhy, Offered.Title, 0), (now.Revision, now.WithdrawnWhy, now.Title, now.Addenda.Count));
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_nothing_is_changed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var browser = await portal.SignedInAsync(offered.Editor);

        var corrected = await browser.SubmitAsync("/workspace", [new("Revision", "1"), new("Input.Text", "写好的名称"), new("Input.Why", "写好的原因")], $"{offered.Desk}/correct/Title");
        var withdrawn = await browser.SubmitAsync("/workspace", [new("Revision", "1"), new("Withdraw.Why", "写好的一句话"), new("Withdraw.Understood", "true")], $"{offered.Desk}?handler=Withdraw");

        Assert.All([corrected, withdrawn], a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        var page = await corrected.ReadAsync();
        Assert.All(["写好的名称", "写好的原因"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Contains("写好的一句话", await withdrawn.ReadAsync(), StringComparison.Ordinal);
        var now = await offered.NowAsync(portal);
        Assert.Equal((CapabilityStatus.Published, Offered.Title, 0), (now.Status, now.Title, now.Addenda.Count));
    }

    [Fact]
    public async Task Readers_look_on_and_others_do_not_find_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var (elsewhere, reader, stranger) = (new Organisation("别的公司", OrganisationKind.Company), portal.NewAccount("reader"), portal.NewAccount("stranger"));
        await portal.SaveAsync(elsewhere, reader, stranger, new Membership(offered.Company.Id, reader.Id, MemberRole.Reader, portal.Clock.GetUtcNow()),
            new Membership(elsewhere.Id, stranger.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var (looks, other) = (await portal.SignedInAsync(reader), await portal.SignedInAsync(stranger));

        var page = await looks.ReadAsync(offered.Desk);

        Assert.All(["handler=Withdraw", "/correct/"], t => Assert.DoesNotContain(t, page, StringComparison.Ordinal));
        Assert.DoesNotContain(offered.Desk, await looks.ReadAsync(offered.Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await offered.WithdrawAsync(looks, portal)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await looks.GetAsync($"{offered.Desk}/correct/Title")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(offered.Desk)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{offered.Desk}/correct/Title")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await offered.WithdrawAsync(other, portal)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await offered.RestoreAsync(other, portal)).StatusCode);
    }

    [Fact]
    public async Task The_database_lets_nobody_else_correct_withdraw_or_put_back()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        await offered.InABatchAsync(portal);
        var reviewer = new Person { AccountId = Guid.CreateVersion7(), IsComplete = true, Posts = [new Post(StaffRole.Reviewer, "110000")] };
        var now = portal.Clock.GetUtcNow();

        await RefusedAsync(c => c.Correct(c.Offer with { Title = "改过的名称" }, new Correction { Why = "写错了" }, now));
        await RefusedAsync(c => c.Withdraw("不许展示。", now));
        await offered.WithdrawAsync(await portal.SignedInAsync(offered.Editor), portal);
        await RefusedAsync(c => c.Restore(now));

        Assert.Equal((1, 1), (await SeenAsync(Person.Visitor), await SeenAsync(reviewer)));
        await AsOwnerAsync(portal, "UPDATE capabilities SET withdrawn_at = NULL, withdrawn_why = NULL");
        Assert.Equal((0, 1), (await SeenAsync(Person.Visitor), await SeenAsync(reviewer)));

        async Task RefusedAsync(Action<Capability> act)
        {
            await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(reviewer);
            act(await db.Capabilities.SingleAsync(TestContext.Current.CancellationToken));
            var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
        }

        async Task<int> SeenAsync(Person person)
        {
            await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
            return await db.Capabilities.CountAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task VerifyAsync(PortalHost portal)
    {
        List<string> said = [];
        await new Verification(portal.Access.Owner, new HeadFile(Path.Combine(portal.Own, "heads.jsonl")), said.Add).RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains(said, line => line.StartsWith("List releases:", StringComparison.Ordinal));
    }

    private static async Task AsOwnerAsync(PortalHost portal, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
