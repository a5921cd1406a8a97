using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.Pairings;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Pairings;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Credit;

/// <summary>The ledger as real acts write it, as real people read and appeal it, and as matching takes it in.</summary>
public sealed class CreditTests(PortalDatabase database)
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_people_do_is_written_into_the_ledger_with_its_event_and_the_page_adds_up()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        Assert.Contains("还没有记录", await supplier.ReadAsync(Page(met.Company)), StringComparison.Ordinal);

        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        foreach (var step in new[] { PairingState.Agreed, PairingState.Piloting, PairingState.Verified })
        {
            await met.StepAsync(supplier, publisher, step);
        }

        var pairing = await met.NowAsync();
        var written = await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().ToListAsync());
        Assert.Equal(CreditLedger.Of(pairing).Select(Told).Order(), written.Select(Told).Order());
        Assert.Equal([(met.Unit.Id, 9), (met.Company.Id, 5)], written.GroupBy(e => e.OrganisationId).Select(g => (g.Key, g.Sum(e => e.Points))).OrderByDescending(s => s.Item2));

        portal.Clock.Advance(TimeSpan.FromDays(100));
        var page = await new HtmlParser().ParseDocumentAsync(await (await portal.SignedInAsync(met.Publisher)).ReadAsync(Page(met.Unit)), Stop);
        var left = page.QuerySelectorAll("tbody tr").Select(r => Number(r.QuerySelectorAll("td.num")[^1].TextContent)).ToArray();
        var sum = Number(page.QuerySelector("tfoot b")!.TextContent);
        Assert.Equal((written.Count(e => e.OrganisationId == met.Unit.Id), left.Sum()), (left.Length, sum));
        Assert.Equal(CreditLedger.Sum(written.Where(e => e.OrganisationId == met.Unit.Id), portal.Clock.GetUtcNow()), sum);
        Assert.InRange(sum, 7m, 8.9m);
        Assert.Contains($"/pairings/{pairing.Id}", page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pilot_that_fell_short_costs_neither_side_anything()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        foreach (var step in new[] { PairingState.Agreed, PairingState.Piloting, PairingState.EndedWithinLimits })
        {
            await met.StepAsync(supplier, publisher, step);
        }

        var written = await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(written, e => e.Points < 0);
        Assert.Equal(2, written.Count(e => e.RuleCode == "ended-within-limits"));
    }

    [Fact]
    public async Task An_appeal_is_decided_by_a_reviewer_of_neither_side_and_upheld_the_entry_is_cancelled()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var entry = await LapsedAsync(portal, met);
        var publisher = await portal.SignedInAsync(met.Publisher);
        var reviewing = await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000");
        var reviewer = await portal.SignedInAsync(reviewing);
        var biased = portal.NewAccount("biased");
        await portal.SaveAsync(biased, new StaffGrant(biased.Id, StaffRole.Reviewer, "110000", portal.Clock.GetUtcNow()), new Membership(met.Company.Id, biased.Id, MemberRole.Reader, portal.Clock.GetUtcNow()));
        var ofOther = await portal.SignedInAsync(biased);
        var appeal = $"{Page(met.Unit)}?entry={entry.Id}";
        Assert.Contains("对方来问，到期没有答复", await publisher.ReadAsync(Page(met.Unit)), StringComparison.Ordinal);

        var empty = await publisher.SubmitAsync(appeal, [new("Entry", $"{entry.Id}"), new("Text", " ")]);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("请写明哪里不对", await empty.ReadAsync(), StringComparison.Ordinal);
        (await publisher.SubmitAsync(appeal, [new("Entry", $"{entry.Id}"), new("Text", "那天平台停机，没法答复。")])).EnsureRedirect();
        var twice = await publisher.SubmitAsync("/workspace", [new("Entry", $"{entry.Id}"), new("Text", "再说一次。")], Page(met.Unit));
        Assert.Equal(HttpStatusCode.NotFound, (await ofOther.GetAsync($"/review/appeals/{entry.Id}", Stop)).StatusCode);
        Assert.DoesNotContain("那天平台停机", await ofOther.ReadAsync("/review"), StringComparison.Ordinal);
        var queue = await reviewer.ReadAsync("/review");
        Assert.All(["1 件等您审核", "那天平台停机", "示范市民政局"], t => Assert.Contains(t, queue, StringComparison.Ordinal));
        var review = $"/review/appeals/{entry.Id}";
        Assert.Equal(HttpStatusCode.BadRequest, (await reviewer.SubmitAsync(review, [new("Input.Revision", "1"), new("Input.Reason", "")], $"{review}?handler=Uphold")).StatusCode);
        (await reviewer.SubmitAsync(review, [new("Input.Revision", "1"), new("Input.Reason", "日志里那天停机两小时，属实。")], $"{review}?handler=Uphold")).EnsureRedirect();
        var late = await reviewer.SubmitAsync(review, [new("Input.Revision", "1"), new("Input.Reason", "再想想。")], $"{review}?handler=Reject");

        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Contains("每条只能申诉一次", await twice.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        var entries = await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().Where(e => e.OrganisationId == met.Unit.Id).ToListAsync());
        Assert.Equal((2, 0m), (entries.Count, CreditLedger.Sum(entries, portal.Clock.GetUtcNow().AddDays(400))));
        var page = await publisher.ReadAsync(Page(met.Unit));
        Assert.All(["申诉成立，已抵消", "日志里那天停机两小时，属实。", "申诉成立，抵消："], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal([("credit.appeal", $"account:{met.Publisher.Id}"), ("credit.uphold", $"account:{reviewing.Id}")],
            (await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == entry.Id && a.Action.StartsWith("credit.")).OrderBy(a => a.Sequence).Select(a => new { a.Action, a.Actor }).ToListAsync())).Select(a => (a.Action, a.Actor)));
        var told = await portal.ReadAsync(db => db.Notifications.AsNoTracking().Where(n => n.Kind == NotificationKind.CreditAppealed || n.Kind == NotificationKind.CreditDecided).ToListAsync());
        Assert.Contains(told, n => n.Kind is NotificationKind.CreditAppealed && n.AccountId == reviewing.Id && n.SubjectId == entry.Id);
        Assert.Contains(told, n => n.Kind is NotificationKind.CreditDecided && n.AccountId == met.Publisher.Id && n.SubjectId == met.Unit.Id && n.Detail == CreditDesk.Upheld);
        Assert.Contains("那一条已经抵消", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_appeal_leaves_the_entry_and_says_why()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var entry = await LapsedAsync(portal, met);
        var publisher = await portal.SignedInAsync(met.Publisher);
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110101"));
        (await publisher.SubmitAsync($"{Page(met.Unit)}?entry={entry.Id}", [new("Entry", $"{entry.Id}"), new("Text", "没有看到消息。")])).EnsureRedirect();
        var review = $"/review/appeals/{entry.Id}";

        (await reviewer.SubmitAsync(review, [new("Input.Revision", "1"), new("Input.Reason", "提醒寄到了。")], $"{review}?handler=Reject")).EnsureRedirect();

        Assert.Equal(1, await portal.ReadAsync(db => db.CreditEntries.CountAsync(e => e.OrganisationId == met.Unit.Id)));
        var page = await publisher.ReadAsync(Page(met.Unit));
        Assert.All(["申诉没有成立", "提醒寄到了。", "−3"], t => Assert.Contains(t, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_appeal_that_was_typed_when_the_session_was_over_stands_in_its_form_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var entry = await LapsedAsync(portal, met);
        var (writer, now) = (await portal.MemberAsync("writer", secret: Secret), portal.Clock.GetUtcNow());
        await portal.SaveAsync(new Membership(met.Unit.Id, writer.Id, MemberRole.Editor, now), new Consent { AccountId = writer.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now });
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        await SignInAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.OpenAsync($"{Page(met.Unit)}?entry={entry.Id}");

        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync(Stop));
        await browser.SendAsync(("Text", "那天平台停机，没法答复。"));
        await browser.FollowAsync();
        await SignInAsync();

        Assert.Equal("那天平台停机，没法答复。", browser.Page.QuerySelector("[name=Text]")!.TextContent.Trim());
        Assert.Equal($"{entry.Id}", browser.Page.QuerySelector("[name=Entry]")!.GetAttribute("value"));
        Assert.Equal(0, await portal.ReadAsync(db => db.CreditAppeals.CountAsync(Stop)));

        async Task SignInAsync()
        {
            await browser.SendAsync(("Input.Email", writer.Email!), ("Input.Password", Members.Password));
            await browser.FollowAsync();
            await browser.SendAsync(("Input.Code", portal.CodeOf(Secret)));
            await browser.FollowAsync();
        }
    }

    [Fact]
    public async Task Only_its_own_people_and_the_reviewers_of_its_region_read_a_ledger_and_nobody_changes_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var entry = await LapsedAsync(portal, met);
        var supplier = await portal.SignedInAsync(met.Supplier);
        var stranger = portal.NewAccount("stranger");

        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync(Page(met.Unit), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(Page(met.Unit), Stop)).StatusCode);
        Assert.DoesNotContain("到期没有答复", await portal.Browser().ReadAsync($"/organisations/{met.Unit.Id}"), StringComparison.Ordinal);
        Assert.Equal(1, await SeenAsync(portal, Member(met.Unit, met.Publisher)));
        Assert.Equal(0, await SeenAsync(portal, Member(met.Company, met.Supplier)));
        Assert.Equal(0, await SeenAsync(portal, Person.Visitor));
        Assert.Equal(1, await SeenAsync(portal, Reviewer(stranger, "110000")));
        Assert.Equal(0, await SeenAsync(portal, Reviewer(stranger, "440000")));

        foreach (var connection in new[] { portal.Access.Application, portal.Access.Owner })
        {
            await using var source = PortalDatabaseOptions.CreateWorkDataSource(connection);
            foreach (var sql in new[] { "UPDATE credit_entries SET points = 100", "DELETE FROM credit_entries", "TRUNCATE credit_entries CASCADE" })
            {
                await using var command = source.CreateCommand(sql);
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop))).SqlState);
            }
        }

        var pairing = await met.NowAsync();
        var rule = CreditRules.All.Single(r => r.Code == "verified");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(portal, Member(met.Unit, met.Publisher) with { Seats = [] }, new CreditEntry(met.Unit.Id, pairing.Id, pairing.Events[0], rule)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(portal, Reviewer(stranger, "110000"), entry.Cancelled(portal.Clock.GetUtcNow())));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(portal, Member(met.Company, met.Supplier), new CreditAppeal(entry, met.Supplier.Id, "替对方说话。", portal.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Credit_below_zero_costs_a_stated_part_of_the_score_and_back_at_zero_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var publisher = await portal.SignedInAsync(met.Publisher);
        await portal.MatchedAsync();
        var before = await MatchAsync(portal, met);
        Assert.DoesNotContain(before.Reasons, r => r.Criterion is Criterion.Credit);

        (await publisher.SubmitAsync($"{met.Begin}?capability={met.Capability.Id}", [new("capability", $"{met.Capability.Id}"), new("Note", "请你们来。")])).EnsureRedirect();
        portal.Clock.SetUtcNow((await met.NowAsync()).AnswerDueAt!.Value.AddSeconds(1));
        await portal.Services.GetRequiredService<PairingClock>().LapseAsync(Stop);
        var clock = portal.Services.GetRequiredService<CreditClock>();
        Assert.Equal([0, 1], (await Task.WhenAll(clock.WeighAsync(Stop), clock.WeighAsync(Stop))).Order());
        Assert.Equal(0, await clock.WeighAsync(Stop));
        await portal.MatchedAsync();

        var (after, reason) = (await MatchAsync(portal, met), (await MatchAsync(portal, met)).Reasons.Single(r => r.Criterion is Criterion.Credit));
        Assert.Equal((Verdict.Unmet, ReasonDetail.CreditBelowZero), (reason.Verdict, reason.Detail));
        Assert.True(after.Score < before.Score);
        Assert.Equal(before.Score, after.Score - (double)reason.Points!.Value, 1e-9);
        Assert.Equal(after.Score, (double)after.Reasons.Sum(r => r.Points ?? 0));
        Assert.Contains("匹配分因此少", await portal.Browser().ReadAsync($"/matches/{met.Need.Id}/{met.Capability.Id}"), StringComparison.Ordinal);

        var entry = await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().SingleAsync());
        await portal.SaveAsync(entry.Cancelled(portal.Clock.GetUtcNow()));
        Assert.Equal(1, await clock.WeighAsync(Stop));
        await portal.MatchedAsync();
        var again = await MatchAsync(portal, met);
        Assert.Equal(before.Score, again.Score);
        Assert.Equal(before.Reasons.Select(r => (r.Detail, r.Points)), again.Reasons.Select(r => (r.Detail, r.Points)));

        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await clock.WeighAsync(Stop));
        Assert.Equal(0, await clock.WeighAsync(Stop));
    }

    private static string Page(Organisation organisation) => $"/organisations/{organisation.Id}/credit";

    /// <summary>The company asks and the publisher never answers.</summary>
    private static async Task<CreditEntry> LapsedAsync(PortalHost portal, Met met)
    {
        var pairing = await met.InterestedAsync(await portal.SignedInAsync(met.Supplier));
        portal.Clock.SetUtcNow(pairing.AnswerDueAt!.Value.AddSeconds(1));
        Assert.Equal(1, await portal.Services.GetRequiredService<PairingClock>().LapseAsync(Stop));
        return await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().SingleAsync(e => e.OrganisationId == met.Unit.Id && e.Points < 0));
    }

    private static Task<Match> MatchAsync(PortalHost portal, Met met) =>
        portal.ReadAsync(db => db.Matches.AsNoTracking().SingleAsync(m => m.OpportunityId == met.Need.Id && m.CapabilityId == met.Capability.Id));

    private static async Task<int> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return await db.CreditEntries.CountAsync(Stop);
    }

    private static async Task<string> RefusedAsync(PortalHost portal, Person person, object row)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        db.Add(row);
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        return Assert.IsType<PostgresException>(refusal.InnerException).SqlState;
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };

    private static Person Reviewer(Account account, string region) => new() { AccountId = account.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, region)] };

    private static (Guid, int, string, int, DateOnly) Told(CreditEntry entry) => (entry.OrganisationId, entry.EventNumber, entry.RuleCode, entry.Points, entry.RuleVersion);

    private static decimal Number(string text) => decimal.Parse(text.Trim().Replace('−', '-'), NumberStyles.Any, CultureInfo.InvariantCulture);
}
