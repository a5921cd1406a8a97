using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Publication;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>What a publisher does with a released need, and what everyone then reads; a step out of order is refused in words and changes nothing.</summary>
public sealed class PublisherTests(PortalDatabase database)
{
    [Theory]
    [InlineData(nameof(OpportunityEnding.NoSuitableSupplier), "没有合适的供给")]
    [InlineData(nameof(OpportunityEnding.Withdrawn), "已撤回")]
    [InlineData(nameof(OpportunityEnding.Cancelled), "已取消")]
    [InlineData(nameof(OpportunityEnding.Paired), "已对接")]
    public async Task Each_ending_has_its_own_banner_with_its_day_and_reason_and_visitors_see_it_at_once(string ending, string words)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(need.Editor), portal.Browser());
        Assert.Contains("报名中", await visitor.ReadAsync(need.Page), StringComparison.Ordinal);
        await visitor.ReadAsync($"/releases/{need.Batch}");

        var closed = await need.DoAsync(browser, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", ending), ("Close.Note", "三份方案都没有夜间的数据。"));
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        foreach (var page in new[] { need.Page, $"/releases/{need.Batch}", need.Desk })
        {
            var text = await (page == need.Desk ? browser : visitor).ReadAsync(page);
            Assert.Contains($"{words}：11月23日 09:0", text, StringComparison.Ordinal);
            Assert.Contains("三份方案都没有夜间的数据。", text, StringComparison.Ordinal);
        }

        Assert.Contains("opportunity.close", await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == need.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_closed_need_is_neither_closed_again_nor_extended_nor_corrected()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);
        await need.DoAsync(browser, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Withdrawn)));
        var before = await need.NowAsync(portal);

        var again = await need.DoAsync(browser, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Paired)));
        var extended = await need.DoAsync(browser, portal, "Extend", ("Extend.Deadline", "2026-12-31"));
        var corrected = await browser.SubmitAsync("/workspace", [new("Revision", $"{before.Revision}"), new("Input.Text", "别的"), new("Input.Why", "写错了")], $"{need.Desk}/correct/Title");

        foreach (var answer in new[] { again, extended, corrected })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("“夜间河道巡查”已经关闭，不能再改动。", await answer.ReadAsync(), StringComparison.Ordinal);
        }

        var now = await need.NowAsync(portal);
        Assert.Equal((before.Ending, before.Revision, before.Deadline, before.Title), (now.Ending, now.Revision, now.Deadline, now.Title));
    }

    [Fact]
    public async Task A_reason_that_needs_a_sentence_is_refused_at_its_field_without_one_and_keeps_what_was_picked()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);

        var silent = await need.DoAsync(browser, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Cancelled)), ("Close.Note", "  "));
        var none = await need.DoAsync(browser, portal, "Close");
        var time = await need.DoAsync(browser, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Expired)), ("Close.Note", "到期了"));

        Assert.All([silent, none, time], a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        var page = await silent.ReadAsync();
        Assert.Contains("请用一句话写明原因，关注的企业都会看到。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Cancelled\" checked", page, StringComparison.Ordinal);
        Assert.Contains("请选关闭的原因。", await none.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(OpportunityStatus.Released, (await need.NowAsync(portal)).Status);
    }

    [Theory]
    [InlineData(nameof(OpportunityEnding.Withdrawn))]
    [InlineData(nameof(OpportunityEnding.Cancelled))]
    public async Task Nothing_is_closed_before_somebody_has_said_that_they_know_what_will_happen(string ending)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);

        var asked = await need.DoAsync(browser, portal, "Close", ("Close.Reason", ending), ("Close.Note", "经费没有批下来。"), ("Close.Understood", "false"));

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        var page = await asked.ReadAsync();
        Assert.All(["请先看上面关闭之后会怎样，再勾选确认。", "关注它的人会收到消息", "不能再打开", "经费没有批下来。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(OpportunityStatus.Released, (await need.NowAsync(portal)).Status);
    }

    [Fact]
    public async Task A_deadline_is_only_put_off_and_everyone_reads_from_which_day_to_which_and_why()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(need.Editor), portal.Browser());
        await visitor.ReadAsync(need.Page);

        foreach (var (day, refusal) in new[] { ("", "请选新的截止日期"), ("2026-12-14", "只能延长，不能提前"), ("2026-11-01", "已经过去"), ("2026-13-40", "不能填在这里") })
        {
            var refused = await need.DoAsync(browser, portal, "Extend", ("Extend.Deadline", day), ("Extend.Why", "多留一周"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await refused.ReadAsync();
            Assert.Contains(refusal, page, StringComparison.Ordinal);
            Assert.Contains("多留一周", page, StringComparison.Ordinal);
        }

        Assert.Equal(new DateOnly(2026, 12, 14), (await need.NowAsync(portal)).Deadline);
        await need.DoAsync(browser, portal, "Extend", ("Extend.Deadline", "2026-12-21"), ("Extend.Why", "企业要求多一周准备。"));
        await portal.MatchedAsync();

        var read = await visitor.ReadAsync(need.Page);
        Assert.All(["12月21日 23:59", "2026-12-14", "2026-12-21", "企业要求多一周准备。", "第 1 号更正"], t => Assert.Contains(t, read, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_stands_with_its_number_day_and_reason_on_the_item_and_in_the_batch()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(need.Editor), portal.Browser());
        await visitor.ReadAsync($"/releases/{need.Batch}");
        var form = $"{need.Desk}/correct/Description";
        Assert.Contains("夜里没有人看，漏报多。", await browser.ReadAsync(form), StringComparison.Ordinal);

        var done = await CorrectAsync(form, "夜里没有人看，漏报多，一年 41 次。", "补上次数");
        var unchanged = await CorrectAsync(form, "夜里没有人看，漏报多，一年 41 次。", "再来一次");
        var silent = await CorrectAsync(form, "什么都没说为什么", " ");
        var empty = await CorrectAsync(form, "", "删掉");
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("和现在公开的一样", await unchanged.ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("请写明为什么更正", await silent.ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("什么都没说为什么", await silent.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        foreach (var page in new[] { need.Page, $"/releases/{need.Batch}" })
        {
            var text = await visitor.ReadAsync(page);
            Assert.All(["第 1 号更正", "改了需求说明", "一年 41 次", "补上次数"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        }

        var frozen = await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync());
        Assert.True(frozen.IsIntact());

        async Task<HttpResponseMessage> CorrectAsync(string address, string text, string why) =>
            await browser.SubmitAsync("/workspace", [new("Revision", $"{(await need.NowAsync(portal)).Revision}"), new("Input.Text", text), new("Input.Why", why)], address);
    }

    [Theory]
    [InlineData("Region", "西城区", "改了所在区域", "北京市西城区")]
    [InlineData("Zone", "示范高新区", "改了开发区", "示范高新区")]
    [InlineData("LandingArea", "云桥河两岸", "改了落地的具体地方", "云桥河两岸")]
    [InlineData("Kind", "高价值小切口场景", "改了场景分类", "高价值小切口场景")]
    public async Task Where_it_is_and_how_large_is_corrected_in_public_too(string part, string text, string told, string now)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (browser, visitor) = (await portal.SignedInAsync(need.Editor), portal.Browser());
        await visitor.ReadAsync(need.Page);

        var done = await CorrectAsync(text, "原来没有写");
        var unchanged = await CorrectAsync(text, "再来一次");
        await portal.MatchedAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("和现在公开的一样", await unchanged.ReadAsync(), StringComparison.Ordinal);
        foreach (var page in new[] { need.Page, $"/releases/{need.Batch}" })
        {
            var read = await visitor.ReadAsync(page);
            Assert.All(["第 1 号更正", told, now, "原来没有写"], t => Assert.Contains(t, read, StringComparison.Ordinal));
        }

        Assert.True((await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync())).IsIntact());

        async Task<HttpResponseMessage> CorrectAsync(string to, string why) =>
            await browser.SubmitAsync("/workspace", [new("Revision", $"{(await need.NowAsync(portal)).Revision}"), new("Input.Text", to), new("Input.Why", why)], $"{need.Desk}/correct/{part}");
    }

    [Theory]
    [InlineData("Region", "没有这个地方", "没有认出这个区域")]
    [InlineData("Kind", "很大的场景", "请从列表里选一类")]
    public async Task A_place_or_a_scale_that_is_none_is_refused_and_nothing_typed_is_lost(string part, string text, string sentence)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);

        var refused = await browser.SubmitAsync("/workspace", [new("Revision", $"{(await need.NowAsync(portal)).Revision}"), new("Input.Text", text), new("Input.Why", "写错了地方")], $"{need.Desk}/correct/{part}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.All([sentence, "写错了地方"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Empty((await need.NowAsync(portal)).Addenda);
    }

    [Fact]
    public async Task A_corrected_contact_is_told_and_not_shown()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);
        var form = $"{need.Desk}/correct/Contact";

        Assert.DoesNotContain("0000-7654321", await browser.ReadAsync(form), StringComparison.Ordinal);
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await need.NowAsync(portal)).Revision}"), new("Input.Text", "周先生 0000-1112223"), new("Input.Why", "换了经办人")], form);

        var page = await browser.ReadAsync(need.Page);
        Assert.Contains("改了联系方式", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0000-7654321", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0000-1112223", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_closes_it_by_itself_and_nothing_waits_for_the_clerk()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 23, 59, 59, TimeSpan.FromHours(8)).ToUniversalTime());
        var expiry = portal.Services.GetRequiredService<NeedExpiry>();
        Assert.Equal(0, await expiry.CloseAsync(TestContext.Current.CancellationToken));
        Assert.True((await need.NowAsync(portal)).IsOpen(portal.Clock.GetUtcNow()));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 15, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        var browser = await portal.SignedInAsync(need.Editor);

        var late = await need.DoAsync(browser, portal, "Extend", ("Extend.Deadline", "2026-12-31"));
        await expiry.CloseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains("已到期：12月14日 23:59", await portal.Browser().ReadAsync(need.Page), StringComparison.Ordinal);
        var now = await need.NowAsync(portal);
        Assert.Equal((OpportunityStatus.Closed, OpportunityEnding.Expired), (now.Status, now.Ending));
        Assert.Equal(1, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "opportunity.expire" && a.SubjectId == need.Id)));
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_nothing_is_closed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Editor);

        var late = await browser.SubmitAsync("/workspace", [new("Revision", "1"), new("Close.Reason", nameof(OpportunityEnding.Withdrawn)), new("Close.Note", "写好的一句话"), new("Close.Understood", "true")], $"{need.Desk}?handler=Close");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("写好的一句话", await late.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(OpportunityStatus.Released, (await need.NowAsync(portal)).Status);
    }

    [Fact]
    public async Task Readers_look_on_and_others_do_not_find_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var reader = portal.NewAccount("reader");
        await portal.SaveAsync(reader, new Membership(need.Unit.Id, reader.Id, MemberRole.Reader, portal.Clock.GetUtcNow()));
        var (looks, asker) = (await portal.SignedInAsync(reader), await portal.SignedInAsync(need.Asker));

        var page = await looks.ReadAsync(need.Desk);

        Assert.DoesNotContain("handler=Close", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await need.DoAsync(looks, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Withdrawn)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await looks.GetAsync($"{need.Desk}/correct/Title")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(need.Desk)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await need.DoAsync(asker, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Withdrawn)))).StatusCode);
    }
}
