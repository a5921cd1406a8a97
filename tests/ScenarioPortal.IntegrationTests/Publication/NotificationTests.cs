using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Publication;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>Who is told what, in the portal and by mail, as they chose; and how they stop it.</summary>
public sealed class NotificationTests(PortalDatabase database)
{
    [Fact]
    public async Task Who_watches_is_told_of_everything_and_who_stops_of_nothing_more()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (watcher, editor) = (await portal.SignedInAsync(need.Asker), await portal.SignedInAsync(need.Editor));
        Assert.Contains("登录后关注", await portal.Browser().ReadAsync(need.Page), StringComparison.Ordinal);
        await WatchAsync(watcher, need, "Start");
        await WatchAsync(watcher, need, "Start");
        Assert.Contains("取消关注", await watcher.ReadAsync(need.Page), StringComparison.Ordinal);

        await need.DoAsync(editor, portal, "Extend", ("Extend.Deadline", "2026-12-21"));
        await editor.SubmitAsync("/workspace", [new("Revision", $"{(await need.NowAsync(portal)).Revision}"), new("Input.Text", "夜间河道巡查（二期）"), new("Input.Why", "名称写漏了")], $"{need.Desk}/correct/Title");
        await WatchAsync(watcher, need, "Stop");
        await need.DoAsync(editor, portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Paired)));

        var told = await ToldAsync(portal, need.Asker);
        Assert.Equal([(NotificationKind.DeadlineChanged, "2026-12-21"), (NotificationKind.Addendum, "2")], told.Select(t => (t.Kind, t.Detail)));
        Assert.Empty(await ToldAsync(portal, need.Editor));
        var page = await watcher.ReadAsync("/me/notifications");
        Assert.All(["“夜间河道巡查”的截止日期延长到 2026-12-21 23:59。", "“夜间河道巡查（二期）”发布了第 2 号更正。", "2 条没读。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(2, (await portal.MailToAsync(need.Asker.Email!)).Count);
        Assert.Equal(["watch.start", "watch.stop"], await portal.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("watch.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_question_is_told_to_the_editors_and_its_answer_to_whoever_asked()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        await (await portal.SignedInAsync(need.Asker)).SubmitAsync($"{need.Page}/ask", [new("Text", "夜里有没有照明？")]);
        var editor = await portal.SignedInAsync(need.Editor);
        var id = await portal.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync());
        await editor.SubmitAsync($"/workspace/questions/{id}", [new("Revision", "1"), new("Answer", "有。")]);

        Assert.Equal([(NotificationKind.QuestionAsked, "2026-11-30")], (await ToldAsync(portal, need.Editor)).Select(t => (t.Kind, t.Detail)));
        Assert.Equal([NotificationKind.QuestionAnswered], (await ToldAsync(portal, need.Asker)).Select(t => t.Kind));
        var mail = Assert.Single(await portal.MailToAsync(need.Editor.Email!));
        Assert.Contains("收到一个提问，请在 2026-11-30 23:59 前答复。", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("please answer it by 2026-11-30 23:59", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("asker", mail.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("安栖感知", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_acts_by_a_mandate_is_told_as_members_are_until_it_is_taken_back()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var now = portal.Clock.GetUtcNow();
        var agency = new Organisation("云桥场景运营中心", OrganisationKind.Operator);
        var (acts, reads) = (portal.NewAccount("acts"), portal.NewAccount("reads"));
        var mandate = new Mandate(need.Unit.Id, agency.Id, now);
        await portal.SaveAsync(agency, acts, reads, mandate, new Membership(agency.Id, acts.Id, MemberRole.Editor, now), new Membership(agency.Id, reads.Id, MemberRole.Reader, now));
        var asker = await portal.SignedInAsync(need.Asker);

        await asker.SubmitAsync($"{need.Page}/ask", [new("Text", "夜里有没有照明？")]);
        await portal.ReadAsync(db => db.Mandates.ExecuteUpdateAsync(s => s.SetProperty(m => m.EndedAt, now)));
        await asker.SubmitAsync($"{need.Page}/ask", [new("Text", "白天有没有人？")]);

        Assert.Equal([NotificationKind.QuestionAsked], (await ToldAsync(portal, acts)).Select(t => t.Kind));
        Assert.Empty(await ToldAsync(portal, reads));
        Assert.Equal(2, (await ToldAsync(portal, need.Editor)).Count);
    }

    [Fact]
    public async Task The_header_counts_what_is_unread_and_opening_a_message_reads_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Asker);
        await TellAsync(portal, need, need.Asker, 2);
        var id = (await ToldAsync(portal, need.Asker))[0].Id;

        Assert.Contains("<span class=\"unread\">2<", await browser.ReadAsync("/"), StringComparison.Ordinal);
        var opened = await browser.SubmitAsync("/me/notifications", [new("id", $"{id}")], "/me/notifications?handler=Open");
        var foreign = await (await portal.SignedInAsync(need.Editor)).SubmitAsync("/me/notifications", [new("id", $"{id}")], "/me/notifications?handler=Open");
        Assert.Contains("<span class=\"unread\">1<", await browser.ReadAsync("/"), StringComparison.Ordinal);
        await browser.SubmitAsync("/me/notifications", [], "/me/notifications?handler=ReadAll");

        Assert.Equal((need.Page, HttpStatusCode.NotFound), (opened.Headers.Location!.OriginalString, foreign.StatusCode));
        Assert.DoesNotContain("class=\"unread\"", await browser.ReadAsync("/me/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daily_mail_leaves_once_at_eight_with_everything_of_the_day()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        await portal.SaveAsync(new NotificationChoice(need.Asker.Id, NotificationKind.DeadlineChanged, NotificationDelivery.Daily));
        await TellAsync(portal, need, need.Asker, 2);
        var daily = portal.Services.GetRequiredService<DailyMail>();

        Assert.Equal(0, await daily.SendAsync(TestContext.Current.CancellationToken));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await daily.SendAsync(TestContext.Current.CancellationToken));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(daily.SendAsync(TestContext.Current.CancellationToken), daily.SendAsync(TestContext.Current.CancellationToken));
        await daily.SendAsync(TestContext.Current.CancellationToken);

        var mail = Assert.Single(await portal.MailToAsync(need.Asker.Email!));
        Assert.StartsWith("2 条新消息 / 2 new messages", mail.Subject, StringComparison.Ordinal);
        await StopAsync(portal, mail);
        await TellAsync(portal, need, need.Asker, 1);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await daily.SendAsync(TestContext.Current.CancellationToken);
        Assert.Single(await portal.MailToAsync(need.Asker.Email!));
        Assert.Equal(3, (await ToldAsync(portal, need.Asker)).Count);
    }

    [Fact]
    public async Task One_click_in_the_mail_stops_its_kind_and_only_that_without_signing_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        await TellAsync(portal, need, need.Asker, 1);
        var mail = Assert.Single(await portal.MailToAsync(need.Asker.Email!));
        var (address, visitor) = (StopAddressOf(mail), portal.Browser());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains(address, mail.TextBody, StringComparison.Ordinal);

        Assert.Contains("停收这类邮件？", await visitor.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.NotificationChoices.CountAsync()));
        Assert.Contains("已停收：截止日期延长", await (await StopAsync(portal, mail)).ReadAsync(), StringComparison.Ordinal);
        await StopAsync(portal, mail);
        await TellAsync(portal, need, need.Asker, 1);

        Assert.Single(await portal.MailToAsync(need.Asker.Email!));
        Assert.Equal([(NotificationKind.DeadlineChanged, NotificationDelivery.PortalOnly)], (await portal.ReadAsync(db => db.NotificationChoices.ToListAsync())).Select(c => (c.Kind, c.Delivery)));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/notifications/stop/CfDJ8-not-written-by-the-portal")).StatusCode);
        Assert.Contains("notification.stop", await portal.ReadAsync(db => db.Audit.Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task Everybody_chooses_for_each_kind_how_they_are_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var browser = await portal.SignedInAsync(need.Asker);

        var wrong = await browser.SubmitAsync("/me/notifications/choices", [new("Choices[DeadlineChanged]", "Sometimes")]);
        var done = await browser.SubmitAsync("/me/notifications/choices", [new("Choices[DeadlineChanged]", "PortalOnly"), new("Choices[Closed]", "Daily")]);
        await browser.SubmitAsync("/me/notifications/choices", [new("Choices[Closed]", "AtOnce")]);
        await TellAsync(portal, need, need.Asker, 1);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, done.StatusCode));
        Assert.Contains("有一项选得不对", await wrong.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal([(NotificationKind.Closed, NotificationDelivery.AtOnce), (NotificationKind.DeadlineChanged, NotificationDelivery.PortalOnly)],
            (await portal.ReadAsync(db => db.NotificationChoices.OrderBy(c => c.Kind).ToListAsync())).Select(c => (c.Kind, c.Delivery)));
        Assert.Empty(await portal.MailToAsync(need.Asker.Email!));
        Assert.Single(await ToldAsync(portal, need.Asker));
    }

    [Fact]
    public async Task Reminders_come_once_fourteen_and_three_days_before_and_again_for_a_later_deadline()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal, deadline: "2026-12-14");
        await WatchAsync(await portal.SignedInAsync(need.Asker), need, "Start");
        var reminders = portal.Services.GetRequiredService<ClosingReminders>();

        foreach (var (day, hour, expected) in new[] { (29, 10, 0), (30, 7, 0), (30, 8, 1), (30, 9, 1) })
        {
            portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
            await reminders.SendAsync(TestContext.Current.CancellationToken);
            await reminders.SendAsync(TestContext.Current.CancellationToken);
            Assert.Equal(expected, (await ToldAsync(portal, need.Asker)).Count);
        }

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 11, 0, 0, 0, TimeSpan.Zero));
        await reminders.SendAsync(TestContext.Current.CancellationToken);
        await need.DoAsync(await portal.SignedInAsync(need.Editor), portal, "Extend", ("Extend.Deadline", "2026-12-21"));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 18, 0, 0, 0, TimeSpan.Zero));
        await reminders.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["14/2026-12-14", "3/2026-12-14", "3/2026-12-21"], (await ToldAsync(portal, need.Asker)).Where(t => t.Kind is NotificationKind.ClosingSoon).Select(t => t.Detail));
        Assert.Equal(3, (await ToldAsync(portal, need.Editor)).Count(t => t.Kind is NotificationKind.ClosingSoon));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 22, 0, 0, 0, TimeSpan.Zero));
        await portal.Services.GetRequiredService<NeedExpiry>().CloseAsync(TestContext.Current.CancellationToken);
        Assert.Contains((NotificationKind.Closed, nameof(OpportunityEnding.Expired)), (await ToldAsync(portal, need.Asker)).Select(t => (t.Kind, t.Detail!)));
    }

    private static async Task WatchAsync(HttpClient browser, Released need, string handler) =>
        Assert.Equal(need.Page, (await browser.SubmitAsync(need.Page, [], $"{need.Page}/watch?handler={handler}")).Headers.Location?.OriginalString);

    private static Task<List<Notification>> ToldAsync(PortalHost portal, Account account) =>
        portal.ReadAsync(db => db.Notifications.AsNoTracking().Where(n => n.AccountId == account.Id).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync());

    /// <summary>As a later deadline does it.</summary>
    private static async Task TellAsync(PortalHost portal, Released need, Account account, int times)
    {
        if (!await portal.ReadAsync(db => db.Watches.AnyAsync(w => w.AccountId == account.Id)))
        {
            await portal.SaveAsync(new Watch(account.Id, need.Id, portal.Clock.GetUtcNow()));
        }

        await portal.ReadAsync(async db =>
        {
            for (var i = 0; i < times; i++)
            {
                await portal.Services.GetRequiredService<Notifier>().TellAsync(db, new Happening
                {
                    Kind = NotificationKind.DeadlineChanged,
                    SubjectId = need.Id,
                    Title = Released.Title,
                    Detail = "2026-12-21",
                    WatchersOf = need.Id
                }, CancellationToken.None);
            }

            return await db.SaveChangesAsync();
        });
    }

    private static string StopAddressOf(MimeMessage mail) => new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;

    /// <summary>As a mail program does it: without a cookie, a token or an origin.</summary>
    private static Task<HttpResponseMessage> StopAsync(PortalHost portal, MimeMessage mail) =>
        portal.Browser().PostAsync(StopAddressOf(mail), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
}
