using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>Questions and answers on a released need: nobody learns who asks, everyone reads the answer, and clocks run for both sides.</summary>
public sealed class QuestionTests(PortalDatabase database)
{
    private const string Text = "夜里河边有没有照明？";
    private const string Answer = "有，晚上十点关。";

    [Fact]
    public async Task A_question_is_seen_by_its_asker_and_the_publisher_and_once_answered_by_everyone()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (asker, editor, other, visitor) = (await portal.SignedInAsync(need.Asker), await portal.SignedInAsync(need.Editor), await portal.SignedInAsync(await ColleagueAsync(portal)), portal.Browser());
        await visitor.ReadAsync(need.Page);

        var asked = await asker.SubmitAsync($"{need.Page}/ask", [new("Text", Text)]);
        var question = await portal.ReadAsync(db => db.Questions.AsNoTracking().SingleAsync());

        Assert.Equal($"{need.Page}#questions", asked.Headers.Location?.OriginalString);
        foreach (var (browser, page, sees) in new[] { (asker, need.Page, true), (editor, need.Page, true), (editor, need.Desk, true), (editor, "/workspace", true), (other, need.Page, false), (visitor, need.Page, false) })
        {
            Assert.Equal(sees, (await browser.ReadAsync(page)).Contains(Text, StringComparison.Ordinal));
        }

        Assert.Contains("还剩 7 天（11月30日 23:59 前）", await editor.ReadAsync("/workspace"), StringComparison.Ordinal);
        var answered = await editor.SubmitAsync($"/workspace/questions/{question.Id}", [new("Revision", $"{question.Revision}"), new("Answer", Answer)]);
        await portal.MatchedAsync();

        Assert.Equal(need.Desk, answered.Headers.Location?.OriginalString);
        var everyone = await visitor.ReadAsync(need.Page);
        Assert.All([Text, Answer, "首次答复：当天"], t => Assert.Contains(t, everyone, StringComparison.Ordinal));
        Assert.DoesNotContain(Text, await editor.ReadAsync("/workspace"), StringComparison.Ordinal);
        var record = await visitor.ReadAsync($"/organisations/{question.PublisherId}");
        Assert.All(["1 个提问", "涉及 1 条需求", "首次答复用了", "当天"], t => Assert.Contains(t, record, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asked_stands_in_the_audit_trail_and_nowhere_that_the_publisher_could_look()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        await (await portal.SignedInAsync(need.Asker)).SubmitAsync($"{need.Page}/ask", [new("Text", Text)]);
        var editor = await portal.SignedInAsync(need.Editor);
        var question = await portal.ReadAsync(db => db.Questions.AsNoTracking().SingleAsync());

        foreach (var page in new[] { need.Page, need.Desk, "/workspace", $"/workspace/questions/{question.Id}" })
        {
            var text = await editor.ReadAsync(page);
            Assert.DoesNotContain("asker", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("安栖感知", text, StringComparison.Ordinal);
        }

        Assert.Equal(AuditTrail.ActorOf(need.Asker.Id), await portal.ReadAsync(db => db.Audit.Where(a => a.Action == "question.ask" && a.SubjectId == question.Id).Select(a => a.Actor).SingleAsync()));
        Assert.Equal(0, await SeenAsync(portal, MemberOf(need.Unit, need.Editor), db => db.QuestionAskers));
        Assert.Equal(1, await SeenAsync(portal, MemberOf(need.Unit, need.Editor), db => db.Questions));
        Assert.Equal(0, await SeenAsync(portal, Person.Visitor, db => db.Questions));
    }

    [Fact]
    public async Task Questions_close_on_day_seven_and_what_was_typed_is_not_lost()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.FromHours(8)).ToUniversalTime());
        var inTime = await portal.SignedInAsync(need.Asker);
        Assert.Equal(HttpStatusCode.Redirect, (await inTime.SubmitAsync($"{need.Page}/ask", [new("Text", Text)])).StatusCode);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await portal.SignedInAsync(need.Asker);

        var refused = await late.SubmitAsync("/workspace", [new("Text", "来晚了的问题")], $"{need.Page}/ask");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.All(["提问的时间已经过去。", "来晚了的问题", "提问已于 11月30日 23:59 截止"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Contains("提问已于 11月30日 23:59 截止。", await portal.Browser().ReadAsync(need.Page), StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.Questions.CountAsync()));
    }

    [Fact]
    public async Task The_same_is_asked_once_nothing_is_no_question_and_nobody_asks_of_what_is_closed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var asker = await portal.SignedInAsync(need.Asker);
        await asker.SubmitAsync($"{need.Page}/ask", [new("Text", Text)]);

        var again = await asker.SubmitAsync($"{need.Page}/ask", [new("Text", $" {Text} ")]);
        var empty = await asker.SubmitAsync($"{need.Page}/ask", [new("Text", "  ")]);
        var tooLong = await asker.SubmitAsync($"{need.Page}/ask", [new("Text", new string('问', Question.TextMaxLength + 1))]);
        await need.DoAsync(await portal.SignedInAsync(need.Editor), portal, "Close", ("Close.Understood", "true"), ("Close.Reason", nameof(OpportunityEnding.Withdrawn)));
        var closed = await asker.SubmitAsync("/workspace", [new("Text", "还在吗？")], $"{need.Page}/ask");

        foreach (var (answer, words) in new[] { (again, "这个问题您已经提过"), (empty, "请写下问题"), (tooLong, "请写下问题"), (closed, "已经关闭，不能再提问") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await answer.ReadAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await portal.ReadAsync(db => db.Questions.CountAsync()));
    }

    [Fact]
    public async Task An_answer_is_given_once_by_the_publishers_editors()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal);
        var (asker, editor) = (await portal.SignedInAsync(need.Asker), await portal.SignedInAsync(need.Editor));
        await asker.SubmitAsync($"{need.Page}/ask", [new("Text", Text)]);
        var id = await portal.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync());
        var page = $"/workspace/questions/{id}";

        var foreign = await asker.SubmitAsync("/workspace", [new("Revision", "1"), new("Answer", "替人答")], page);
        var empty = await editor.SubmitAsync(page, [new("Revision", "1"), new("Answer", " ")]);
        var token = await editor.TokenAsync(page);
        var twice = await Task.WhenAll(ReplyAsync(), ReplyAsync());
        var later = await editor.SubmitAsync("/workspace", [new("Revision", "2"), new("Answer", "改口")], page);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (foreign.StatusCode, empty.StatusCode, later.StatusCode));
        Assert.Single(twice, a => a.StatusCode is HttpStatusCode.Redirect);
        Assert.Contains("这个问题已经答复并公开", await later.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(Answer, await portal.ReadAsync(db => db.Questions.Select(q => q.Answer).SingleAsync()));

        Task<HttpResponseMessage> ReplyAsync() => editor.PostAsync(page, new FormUrlEncodedContent([new("Revision", "1"), new("Answer", Answer), new("__RequestVerificationToken", token)]));
    }

    [Fact]
    public async Task What_waits_stands_in_the_workspace_the_most_urgent_first_and_says_when_it_is_late()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var need = await Released.MakeAsync(portal, deadline: "2026-11-29");
        var asker = await portal.SignedInAsync(need.Asker);
        await asker.SubmitAsync($"{need.Page}/ask", [new("Text", "先问的")]);
        await need.DoAsync(await portal.SignedInAsync(need.Editor), portal, "Extend", ("Extend.Deadline", "2026-11-30"));
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await (await portal.SignedInAsync(need.Asker)).SubmitAsync($"{need.Page}/ask", [new("Text", "后问的")]);

        var soon = await (await portal.SignedInAsync(need.Editor)).ReadAsync("/workspace");
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 4, 0, 0, TimeSpan.Zero));
        var late = await (await portal.SignedInAsync(need.Editor)).ReadAsync("/workspace");

        Assert.Contains("2 件事等您", soon, StringComparison.Ordinal);
        Assert.True(soon.IndexOf("先问的", StringComparison.Ordinal) < soon.IndexOf("后问的", StringComparison.Ordinal));
        Assert.Contains("（11月29日 23:59 前）", soon, StringComparison.Ordinal);
        Assert.Contains("已超过答复期限（11月29日 23:59）", late, StringComparison.Ordinal);
    }

    private static async Task<Account> ColleagueAsync(PortalHost portal)
    {
        var (company, account) = (await portal.ReadAsync(db => db.Organisations.SingleAsync(o => o.Kind == OrganisationKind.Company)), portal.NewAccount("colleague"));
        await portal.SaveAsync(account, new Membership(company.Id, account.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        return account;
    }

    private static Person MemberOf(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Owner }]
    };

    private static async Task<int> SeenAsync<T>(PortalHost portal, Person person, Func<Data.PortalDbContext, IQueryable<T>> query)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return await query(db).CountAsync(TestContext.Current.CancellationToken);
    }
}
