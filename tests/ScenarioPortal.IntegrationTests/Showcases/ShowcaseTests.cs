using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Pairings;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Showcases;

/// <summary>From a verified pair to a showcase on the third list, to others who want the same, to what came of it.</summary>
public sealed class ShowcaseTests(PortalDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verified_pair_is_told_agreed_to_reviewed_and_released_in_a_batch_of_its_own_list()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var told = await Told.VerifiedAsync(portal);
        var visitor = portal.Browser();

        Assert.Contains("写成示范案例", await told.Supplier.ReadAsync($"/pairings/{told.Pairing.Id}"), StringComparison.Ordinal);
        Assert.Contains("夜里跌倒，第二天才被发现。", await told.Supplier.ReadAsync(told.Address(PairingSide.Company)), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.BadRequest, "请填写案例名称", told.WriteAsync(told.Supplier, PairingSide.Company, title: " "));
        await RefusedAsync(HttpStatusCode.BadRequest, "先装五户，再装六十户。", told.WriteAsync(told.Supplier, PairingSide.Company, cost: "很多"));
        (await told.WriteAsync(told.Supplier, PairingSide.Company)).EnsureRedirect();
        var address = $"/showcases/{(await told.NowAsync()).Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await told.Reviewer.GetAsync(address, Stop)).StatusCode);
        Assert.Contains("还没有示范案例", await visitor.ReadAsync("/showcases"), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.BadRequest, "由对方来同意", told.AgreeAsync(told.Supplier, PairingSide.Company));

        Assert.Contains("同意并提交审核", await told.Publisher.ReadAsync(address), StringComparison.Ordinal);
        (await told.AgreeAsync(told.Publisher, PairingSide.Publisher)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "正在审核", told.WriteAsync(told.Supplier, PairingSide.Company, (await told.NowAsync()).Revision));
        Assert.Contains(Told.Title, await told.Reviewer.ReadAsync("/review"), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.BadRequest, "请写明为什么退回", told.DecideAsync("Return"));
        (await told.DecideAsync("Return", "请写明数据从哪里来。")).EnsureRedirect();
        Assert.Contains("请写明数据从哪里来。", await told.Publisher.ReadAsync(address), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.Conflict, "独居老人多的社区。", told.WriteAsync(told.Publisher, PairingSide.Publisher, 1));
        (await told.WriteAsync(told.Publisher, PairingSide.Publisher, (await told.NowAsync()).Revision, cost: "")).EnsureRedirect();
        (await told.AgreeAsync(told.Supplier, PairingSide.Company)).EnsureRedirect();
        (await told.DecideAsync("Approve")).EnsureRedirect();
        Assert.Contains(Told.Title, await told.Reviewer.ReadAsync("/review/releases"), StringComparison.Ordinal);
        (await told.Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Showcases)), new("Picked", $"{(await told.NowAsync()).Id}")])).EnsureRedirect();

        var (showcase, batch) = (await told.NowAsync(), await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync(Stop)));
        Assert.Equal(("2026-01-例-001", "2026年第一批场景示范案例", null), (showcase.Number, batch.Title, showcase.Content.Cost));
        Assert.True(batch.IsIntact());
        await portal.MatchedAsync();
        Assert.All([$"/releases/{batch.Id}", address, "/showcases", "/showcases?q=" + Uri.EscapeDataString("跌倒 安栖"), "/showcases?region=110101", $"/opportunities/{told.Met.Need.Id}", $"/capabilities/{told.Met.Capability.Id}"],
            page => Assert.Contains(Told.Title, visitor.ReadAsync(page).GetAwaiter().GetResult(), StringComparison.Ordinal));
        Assert.Contains("这样找，一条也没有", await visitor.ReadAsync("/showcases?q=" + Uri.EscapeDataString("无人机")), StringComparison.Ordinal);
        var page = await visitor.ReadAsync(address);
        Assert.All(["1.6%", "不高于 2%", "4 分 10 秒", "60 户三个月，可以推开。", $"/certificates/{showcase.CertificateCode}", "宠物会误报。", "还没有别处沿用"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        foreach (var format in (string[])["xlsx", "docx", "csv", "json"])
        {
            var file = await visitor.GetAsync($"/releases/{batch.Id}/download/{format}", Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(Stop));
        }

        var csv = await visitor.ReadAsync($"/releases/{batch.Id}/download/csv");
        Assert.All(["能力方", "安栖感知科技有限公司", "漏报率：1.6%（目标：不高于 2%）"], t => Assert.Contains(t, csv, StringComparison.Ordinal));
        var trail = await portal.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("showcase.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync(Stop));
        Assert.Equal(["showcase.write", "showcase.agree", "showcase.return", "showcase.write", "showcase.agree", "showcase.approve"], trail);
        Assert.Contains(Told.Title, await told.Supplier.ReadAsync("/me/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_join_one_leads_and_the_need_that_follows_is_paired_and_stands_in_the_tree()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var told = await Told.VerifiedAsync(portal);
        var showcase = await told.ReleasedAsync();
        var (east, west) = (await Told.UnitAsync(portal, "东岸街道办事处", "914403001922038216", "east"), await Told.UnitAsync(portal, "西岸街道办事处", "9144030071526726XG", "west"));
        var (visitor, address) = (portal.Browser(), $"/showcases/{showcase.Id}");

        await RefusedAsync(HttpStatusCode.BadRequest, "请用一两句话写明", east.JoinAsync(showcase.Id, words: ""));
        (await east.JoinAsync(showcase.Id)).EnsureRedirect();
        (await west.JoinAsync(showcase.Id, "西岸先要一百户。", "100 户")).EnsureRedirect();
        (await west.DoAsync(showcase.Id, "Leave")).EnsureRedirect();
        Assert.Equal(1, await portal.ReadAsync(db => db.ShowcaseJoins.CountAsync(Stop)));
        (await west.JoinAsync(showcase.Id, "西岸先要一百户。", "100 户")).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "已经加入", west.JoinAsync(showcase.Id));
        var seen = await visitor.ReadAsync(address);
        Assert.Contains("西岸街道办事处", seen, StringComparison.Ordinal);
        foreach (var (browser, reads) in new[] { (visitor, false), (told.Publisher, false), (told.Supplier, true), (told.Reviewer, true), (east.Browser, true) })
        {
            Assert.Equal(reads, (await browser.ReadAsync(address)).Contains("西岸先要一百户。", StringComparison.Ordinal));
        }

        var begun = await east.DoAsync(showcase.Id, "Lead", together: true);
        var copy = await portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync(Stop));
        Assert.Equal($"/workspace/writing/{copy.Id}", begun.Headers.Location?.OriginalString);
        Assert.Equal((Met.NeedTitle, "Borrow", "漏报率：不高于 2%（案例测得 1.6%）"), (copy.Texts["Title"], copy.Texts[$"Similar:{told.Met.Need.Id:N}"], copy.Texts["AcceptanceCriteria"].Split('\n')[0]));
        Assert.Contains("西岸街道办事处，100 户", copy.Texts["Description"], StringComparison.Ordinal);
        Assert.DoesNotContain("西岸先要一百户", copy.Texts["Description"], StringComparison.Ordinal);
        Assert.Equal("Begun", await portal.ReadAsync(db => db.Notifications.Where(n => n.AccountId == west.Editor.Id && n.Kind == NotificationKind.ShowcaseMoved).Select(n => n.Detail).SingleAsync(Stop)));
        await RefusedAsync(HttpStatusCode.BadRequest, "不能再退出", west.DoAsync(showcase.Id, "Leave"));
        await RefusedAsync(HttpStatusCode.BadRequest, "已经有单位牵头", west.DoAsync(showcase.Id, "Lead"));
        Assert.Equal($"/workspace/writing/{copy.Id}", (await east.DoAsync(showcase.Id, "Lead")).Headers.Location?.OriginalString);

        (await east.Browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")])).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "不能再放弃牵头", east.DoAsync(showcase.Id, "GiveUp"));
        var need = await ReleasedAsync(portal, told);
        Assert.Equal(showcase.Id, need.ShowcaseId);
        await portal.MatchedAsync();
        var published = await visitor.ReadAsync($"/opportunities/{need.Id}");
        Assert.All(["沿用示范案例", Told.Title, "西岸街道办事处", showcase.CertificateCode, "通知网格员上门"], t => Assert.Contains(t, published, StringComparison.Ordinal));
        (await told.Supplier.SubmitAsync($"/opportunities/{need.Id}/pair", [new("capability", $"{told.Met.Capability.Id}"), new("Note", "可以照着做。")])).EnsureRedirect();
        var again = await portal.ReadAsync(db => db.Pairings.AsNoTracking().SingleAsync(p => p.OpportunityId == need.Id, Stop));
        (await east.Browser.SubmitAsync("/workspace", [new("Revision", $"{again.Revision}")], Met.Address(again, PairingSide.Publisher, PairingAction.Accept))).EnsureRedirect();
        await portal.MatchedAsync();

        var tree = await visitor.ReadAsync(address);
        Assert.All(["沿用它的需求 1 条，对接 1 个，新的案例 0 个", "在 1 个区域复用", $"/opportunities/{need.Id}", $"/pairings/{again.Id}"], t => Assert.Contains(t, tree, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_gives_the_lead_up_sets_everybody_free()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var told = await Told.VerifiedAsync(portal);
        var showcase = await told.ReleasedAsync();
        var (east, west) = (await Told.UnitAsync(portal, "东岸街道办事处", "914403001922038216", "east"), await Told.UnitAsync(portal, "西岸街道办事处", "9144030071526726XG", "west"));
        (await east.JoinAsync(showcase.Id)).EnsureRedirect();
        (await west.JoinAsync(showcase.Id)).EnsureRedirect();

        (await east.DoAsync(showcase.Id, "Lead", together: true)).EnsureRedirect();
        Assert.Equal(HttpStatusCode.NotFound, (await west.DoAsync(showcase.Id, "GiveUp")).StatusCode);
        (await east.DoAsync(showcase.Id, "GiveUp")).EnsureRedirect();
        (await west.DoAsync(showcase.Id, "Leave")).EnsureRedirect();

        // What was written stays a draft of its own, which follows nothing any more.
        var copy = await portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync(Stop));
        (await east.Browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")])).EnsureRedirect();
        Assert.Null(await portal.ReadAsync(db => db.Opportunities.Where(o => o.PublisherId == east.Unit.Id).Select(o => o.ShowcaseId).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_giving_up_the_lead_and_handing_the_need_in_at_the_same_moment_one_is_told_of_the_other(bool handedInFirst)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var told = await Told.VerifiedAsync(portal);
        var showcase = await told.ReleasedAsync();
        var east = await Told.UnitAsync(portal, "东岸街道办事处", "914403001922038216", "east");
        (await east.JoinAsync(showcase.Id)).EnsureRedirect();
        (await east.DoAsync(showcase.Id, "Lead")).EnsureRedirect();
        var copy = await portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync(Stop));
        var demand = await portal.ReadAsync(db => db.JointDemands.Select(d => d.Id).SingleAsync(Stop));
        await using var beside = new NpgsqlConnection(portal.Access.Owner);
        await beside.OpenAsync(Stop);
        await using var first = await beside.BeginTransactionAsync(Stop);
        await RunAsync(handedInFirst
            ? $"UPDATE opportunities SET demand_id = '{demand}', showcase_id = '{showcase.Id}' WHERE id = '{told.Met.Need.Id}'"
            : $"DELETE FROM joint_demands WHERE id = '{demand}'");

        var second = handedInFirst ? east.DoAsync(showcase.Id, "GiveUp") : HandInAsync();
        while (!second.IsCompleted && await RunAsync("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()") == 0)
        {
            await Task.Yield();
        }

        await first.CommitAsync(Stop);
        await RefusedAsync(HttpStatusCode.BadRequest, handedInFirst ? "不能再放弃牵头" : "刚刚放弃了牵头", second);
        if (!handedInFirst)
        {
            (await HandInAsync()).EnsureRedirect();
            Assert.Null(await portal.ReadAsync(db => db.Opportunities.Where(o => o.PublisherId == east.Unit.Id).Select(o => o.ShowcaseId).SingleAsync(Stop)));
        }

        Task<HttpResponseMessage> HandInAsync() => east.Browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")]);

        async Task<long> RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, beside, first);
            return await command.ExecuteScalarAsync(Stop) is long count ? count : 0;
        }
    }

    [Fact]
    public async Task The_database_alone_keeps_drafts_wishes_and_what_is_released()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var told = await Told.VerifiedAsync(portal);
        (await told.WriteAsync(told.Supplier, PairingSide.Company)).EnsureRedirect();
        var (unit, company) = (Member(told.Met.Unit, told.Met.Publisher), Member(told.Met.Company, told.Met.Supplier));
        var reviewer = new Person { AccountId = told.ReviewerAccount.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "110000")] };
        Assert.Equal((int[])[0, 1, 1, 0], (int[])[await SeenAsync(Person.Visitor), await SeenAsync(unit), await SeenAsync(company), await SeenAsync(reviewer)]);
        (await told.AgreeAsync(told.Publisher, PairingSide.Publisher)).EnsureRedirect();
        Assert.Equal((int[])[0, 1, 0], (int[])[await SeenAsync(Person.Visitor), await SeenAsync(reviewer), await SeenAsync(reviewer with { Posts = [new(StaffRole.Reviewer, "440000")] })]);
        Assert.Equal(0, await ChangedAsync(unit, "UPDATE showcases SET title = '改过的'"));
        Assert.Equal(0, await ChangedAsync(reviewer with { AccountId = told.Met.Publisher.Id }, $"UPDATE showcases SET state = 'Approved', decided_by = '{told.Met.Publisher.Id}'"));
        (await told.DecideAsync("Approve")).EnsureRedirect();
        (await told.Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Showcases)), new("Picked", $"{(await told.NowAsync()).Id}")])).EnsureRedirect();

        var showcase = await told.NowAsync();
        var east = await Told.UnitAsync(portal, "东岸街道办事处", "914403001922038216", "east");
        (await east.JoinAsync(showcase.Id)).EnsureRedirect();
        var wanting = Member(east.Unit, east.Editor);
        Assert.Equal(((int, int)[])[(1, 0), (1, 0), (1, 1), (1, 1), (1, 1)], ((int, int)[])[await JoinsAsync(Person.Visitor), await JoinsAsync(unit), await JoinsAsync(company), await JoinsAsync(reviewer), await JoinsAsync(wanting)]);
        await ForbiddenAsync(company, $"INSERT INTO showcase_joins (showcase_id, organisation_id, joined_at) VALUES ('{showcase.Id}', '{told.Met.Company.Id}', now())");
        await ForbiddenAsync(wanting, $"INSERT INTO showcase_joins (showcase_id, organisation_id, joined_at) VALUES ('{showcase.Id}', '{told.Met.Unit.Id}', now())");
        (await east.DoAsync(showcase.Id, "Lead")).EnsureRedirect();
        Assert.Equal(0, await ChangedAsync(wanting, "DELETE FROM showcase_joins"));

        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var change = owner.CreateCommand("UPDATE showcases SET title = '改过的'");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(Stop))).SqlState);

        PortalDbContext Open(Person person) => portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);

        async Task<int> SeenAsync(Person person)
        {
            await using var db = Open(person);
            return await db.Showcases.CountAsync(Stop);
        }

        async Task<(int Joins, int Wishes)> JoinsAsync(Person person)
        {
            await using var db = Open(person);
            var joins = await db.ShowcaseJoins.AsNoTracking().ToListAsync(Stop);
            return (joins.Count, joins.Count(j => j.Wish is not null));
        }

        async Task<int> ChangedAsync(Person person, string sql)
        {
            await using var db = Open(person);
            return await db.Database.ExecuteSqlRawAsync(sql, Stop);
        }

        async Task ForbiddenAsync(Person person, string sql) =>
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ChangedAsync(person, sql))).SqlState);
    }

    /// <summary>What was handed in last is approved and released.</summary>
    private static async Task<Opportunity> ReleasedAsync(PortalHost portal, Told told)
    {
        // The first need has its number of the first batch.
        var first = new ListRelease(ListKind.Opportunities, 2026, 1, "2026年第一批场景机会清单");
        first.Add(told.Met.Need.Id, new FrozenItem { Title = told.Met.Need.Title, Summary = told.Met.Need.Description, Organisation = told.Met.Unit.Name });
        first.Release(portal.Clock.GetUtcNow());
        await portal.SaveAsync(first);
        var submission = await portal.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(Stop));
        (await told.Reviewer.SubmitAsync($"/review/submissions/{submission.Id}", [new("Input.Revision", $"{submission.Revision}")], $"/review/submissions/{submission.Id}?handler=Approve")).EnsureRedirect();
        (await told.Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), new("Picked", $"{submission.SubjectId}")])).EnsureRedirect();
        return await portal.ReadAsync(db => db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == submission.SubjectId, Stop));
    }

    private static async Task RefusedAsync(HttpStatusCode status, string words, Task<HttpResponseMessage> answering)
    {
        var answer = await answering;
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.ReadAsync(), StringComparison.Ordinal);
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
