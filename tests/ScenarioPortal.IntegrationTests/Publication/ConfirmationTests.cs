using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Publication;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>Capabilities are kept current: their organisations are asked, silence is marked, and one press restores them.</summary>
public sealed class ConfirmationTests(PortalDatabase database)
{
    private const string Need = """{"id":"N1","title":"汛期夜间河道漂浮物的自动发现与清理","publisher":"海淀区水务局","field":"水利","description":"主城 47 公里河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。"}""";

    [Fact]
    public async Task A_company_is_asked_after_180_days_and_whoever_is_silent_is_marked_until_they_confirm()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        var offered = await Offered.MakeAsync(portal);
        await portal.MatchedAsync();
        var before = await ScoreAsync(portal, offered.Id);
        var work = portal.Services.GetRequiredService<CapabilityConfirmations>();
        var stop = TestContext.Current.CancellationToken;

        portal.Clock.SetUtcNow(offered.ReleasedAt.AddDays(Capability.CurrentForDays).AddSeconds(-1));
        Assert.Equal(0, await work.AskAsync(stop));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await Task.WhenAll(work.AskAsync(stop), work.AskAsync(stop))).Sum());
        Assert.Equal(0, await work.AskAsync(stop));
        Assert.Equal(0, await work.LapseAsync(stop));

        var told = Assert.Single(await portal.ReadAsync(db => db.Notifications.AsNoTracking().ToListAsync()));
        var due = portal.Clock.GetUtcNow().AddDays(Capability.ConfirmWithinDays).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((NotificationKind.CapabilityToConfirm, offered.Editor.Id, offered.Id, due), (told.Kind, told.AccountId, told.SubjectId, told.Detail));
        var mail = Assert.Single(await portal.MailToAsync(offered.Editor.Email!));
        Assert.Contains("请确认“水面漂浮物识别与无人艇收集”是否仍然有效，已 180 天未确认。", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("One-Click", mail.Headers["List-Unsubscribe-Post"], StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromDays(Capability.ConfirmWithinDays));
        Assert.Equal(1, (await Task.WhenAll(work.LapseAsync(stop), work.LapseAsync(stop))).Sum());
        await portal.MatchedAsync();
        var visitor = portal.Browser();
        foreach (var page in (string[])[$"/capabilities/{offered.Id}", "/capabilities", "/capabilities?view=table", await MatchAddressAsync(portal, offered.Id)])
        {
            Assert.Contains("超过 180 天未确认", await visitor.ReadAsync(page), StringComparison.Ordinal);
        }

        var english = portal.Browser();
        english.DefaultRequestHeaders.Add("Cookie", "__Host-lang=en");
        Assert.Contains("not confirmed for 180 days", await english.ReadAsync($"/capabilities/{offered.Id}"), StringComparison.Ordinal);
        var (marked, reason) = (await ScoreAsync(portal, offered.Id), (await MatchAsync(portal, offered.Id)).Reasons.Single(r => r.Criterion is Criterion.Confirmation));
        Assert.Equal(before, marked + double.Parse(reason.Values[0], System.Globalization.CultureInfo.InvariantCulture), 0.0001);
        Assert.True(marked < before);

        var editor = await portal.SignedInAsync(offered.Editor);
        var workspace = await editor.ReadAsync("/workspace");
        Assert.All(["1 件事等您", "请确认是否仍然有效，已 180 天未确认", "仍然有效", "不再有效"], t => Assert.Contains(t, workspace, StringComparison.Ordinal));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal("/workspace", (await editor.SubmitAsync("/workspace", [], $"/workspace/capabilities/{offered.Id}/current?handler=Confirm")).Headers.Location?.OriginalString);
        }

        await portal.MatchedAsync();
        Assert.Equal(before, await ScoreAsync(portal, offered.Id));
        Assert.DoesNotContain("未确认", await visitor.ReadAsync($"/capabilities/{offered.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("请确认是否仍然有效", await editor.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.Equal(["capability.ask", "capability.lapse", "capability.confirm"],
            await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == offered.Id && a.Action.StartsWith("capability.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_no_account_is_never_asked_and_nothing_follows_from_their_silence()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Capabilities, """{"id":"C1","company":"青禾水域机器人有限公司","title":"水面漂浮物识别","description":"夜里也能看见。"}""");
        var reader = await Offered.MakeAsync(portal, MemberRole.Reader);
        portal.Clock.Advance(TimeSpan.FromDays(1000));
        var work = portal.Services.GetRequiredService<CapabilityConfirmations>();

        Assert.Equal((0, 0), (await work.AskAsync(TestContext.Current.CancellationToken), await work.LapseAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(await portal.MailToAsync(reader.Editor.Email!));
        Assert.DoesNotContain("未确认", await portal.Browser().ReadAsync("/capabilities"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_longer_current_is_withdrawn_with_a_reason()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(Capability.CurrentForDays));
        await portal.Services.GetRequiredService<CapabilityConfirmations>().AskAsync(TestContext.Current.CancellationToken);
        var editor = await portal.SignedInAsync(offered.Editor);

        foreach (var page in (string[])["/workspace", offered.Page, offered.Desk])
        {
            var asked = await editor.ReadAsync(page);
            Assert.Contains("请确认是否仍然有效", asked, StringComparison.Ordinal);
            Assert.Contains($"href=\"{offered.Desk}#withdraw\"", asked, StringComparison.Ordinal);
        }

        Assert.Contains("id=\"withdraw\"", await editor.ReadAsync(offered.Desk), StringComparison.Ordinal);
        await offered.WithdrawAsync(editor, portal);

        Assert.DoesNotContain("请确认是否仍然有效", await editor.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.Equal(CapabilityStatus.Suspended, (await offered.NowAsync(portal)).Status);
    }

    [Fact]
    public async Task The_database_lets_nobody_else_confirm_and_no_editor_ask_or_mark()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var offered = await Offered.MakeAsync(portal);
        var now = portal.Clock.GetUtcNow();
        var reviewer = new Person { AccountId = Guid.CreateVersion7(), IsComplete = true, Posts = [new Post(StaffRole.Reviewer, "110000")] };
        var editor = new Person
        {
            AccountId = offered.Editor.Id,
            IsComplete = true,
            Seats = [new Seat { OrganisationId = offered.Company.Id, Organisation = offered.Company.Name, Kind = offered.Company.Kind, Status = offered.Company.Status, Role = MemberRole.Editor }]
        };

        await RefusedAsync(reviewer, c => c.ConfirmedAt);
        await RefusedAsync(editor, c => c.ConfirmationAskedAt);
        await RefusedAsync(editor, c => c.LapsedAt);
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(editor);
        Assert.Equal(1, await db.Capabilities.ExecuteUpdateAsync(s => s.SetProperty(c => c.ConfirmedAt, now), TestContext.Current.CancellationToken));

        async Task RefusedAsync(Person person, Expression<Func<Capability, DateTimeOffset?>> what)
        {
            await using var asked = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => asked.Capabilities.ExecuteUpdateAsync(s => s.SetProperty(what, now), TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }

    private static Task<Match> MatchAsync(PortalHost portal, Guid capability) => portal.ReadAsync(db => db.Matches.AsNoTracking().SingleAsync(m => m.CapabilityId == capability));

    private static async Task<double> ScoreAsync(PortalHost portal, Guid capability) => (await MatchAsync(portal, capability)).Score;

    private static async Task<string> MatchAddressAsync(PortalHost portal, Guid capability) => $"/matches/{(await MatchAsync(portal, capability)).OpportunityId}/{capability}";
}
