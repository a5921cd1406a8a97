using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>暂不署名: what a publisher learns of a company that does not show itself, and when it learns the rest.</summary>
public sealed class VeilTests(PortalDatabase database)
{
    private const string Words = "我们做过三个社区，可以先装 5 户。";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_publisher_reads_what_it_may_and_nothing_that_tells_who_it_is()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        await portal.MatchedAsync();
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));

        var pairing = await met.InterestedAsync(supplier, Words, veiled: true);

        Assert.True(pairing.IsVeiled);
        Assert.Equal($"/pairings/{pairing.Id}/veiled", (await publisher.GetAsync($"/pairings/{pairing.Id}", Stop)).Headers.Location?.OriginalString);
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}/veiled");
        Assert.All([pairing.Number, Met.NeedTitle, Words, "全程不用摄像头。", "等您答复", "暂不署名的企业"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        var mine = await publisher.ReadAsync("/pairings?mine=true");
        Assert.Contains("暂不署名的企业", mine, StringComparison.Ordinal);
        var desk = await publisher.ReadAsync("/workspace");
        Assert.All(["1 件事等您", "暂不署名的企业", "还剩 7 天"], t => Assert.Contains(t, desk, StringComparison.Ordinal));
        var mail = Assert.Single(await portal.MailToAsync(met.Publisher.Email!));
        string[] seen = [page, mine, desk, await publisher.ReadAsync("/me/notifications"), $"{mail.Subject} {mail.TextBody}"];
        Assert.All(seen, text => Assert.All(Telling(met), told => Assert.DoesNotContain(told, text, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(pairing.Number, await publisher.ReadAsync($"/pairings?mine=true&q={Uri.EscapeDataString(met.Company.Name)}"), StringComparison.Ordinal);
        string[] closed = ["talk", "meetings", "notes/publisher", "publisher/accept", "publisher/decline", "publisher/plan"];
        Assert.All(await Task.WhenAll(closed.Select(a => publisher.GetAsync($"/pairings/{pairing.Id}/{a}", Stop))), a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));

        var reviewed = await reviewer.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All([met.Company.Name, Met.CapabilityTitle], t => Assert.Contains(t, reviewed, StringComparison.Ordinal));
        Assert.Contains("对方还不知道您是谁", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.Contains("署名之前不能留言", await (await supplier.SubmitAsync("/workspace", [new("Text", "是我们。")], $"/pairings/{pairing.Id}/talk")).ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_in_no_comparison_not_even_before_somebody_who_acts_for_both()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        await met.InterestedAsync(await portal.SignedInAsync(met.Supplier), Words, veiled: true);
        var address = $"/workspace/needs/{met.Need.Id}/choice";

        var page = await (await portal.SignedInAsync(met.Publisher)).ReadAsync(address);

        Assert.Contains("另有 1 份暂不署名的意向", page, StringComparison.Ordinal);
        Assert.All(Telling(met), told => Assert.DoesNotContain(told, page, StringComparison.OrdinalIgnoreCase));
        await portal.SaveAsync(new Membership(met.Company.Id, met.Publisher.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var both = await (await portal.SignedInAsync(met.Publisher)).ReadAsync(address);
        Assert.Contains("现在没有可以比的", both, StringComparison.Ordinal);
        Assert.DoesNotContain(Met.CapabilityTitle, both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_alone_gives_the_publisher_neither_the_row_nor_anything_that_hangs_on_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        await portal.MatchedAsync();
        var supplier = await portal.SignedInAsync(met.Supplier);
        var pairing = await met.InterestedAsync(supplier, Words, veiled: true);
        var (unit, company) = (Member(met.Unit, met.Publisher), Member(met.Company, met.Supplier));

        Assert.Equal("0 0 1", await SeenAsync(portal, unit));
        Assert.Equal("1 1 0", await SeenAsync(portal, company));
        Assert.Equal("0 0 0", await SeenAsync(portal, Person.Visitor));
        await using var asUnit = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(unit);
        var given = await asUnit.Database.SqlQuery<string>($"SELECT row_to_json(v)::text AS \"Value\" FROM portal_veiled_interests() v").SingleAsync(Stop);
        Assert.Contains(Words, given, StringComparison.Ordinal);
        Assert.All([.. Telling(met), $"{met.Supplier.Id}"], told => Assert.DoesNotContain(told, given, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await asUnit.Database.ExecuteSqlAsync($"UPDATE pairings SET is_veiled = false WHERE id = {pairing.Id}", Stop));

        await using var asCompany = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(company);
        Assert.Equal(1, await asCompany.Database.ExecuteSqlAsync($"UPDATE pairings SET is_veiled = false WHERE id = {pairing.Id}", Stop));
        await Assert.ThrowsAsync<PostgresException>(() => asCompany.Database.ExecuteSqlAsync($"UPDATE pairings SET is_veiled = true WHERE id = {pairing.Id}", Stop));
        Assert.Equal("1 1 0", await SeenAsync(portal, unit));
    }

    [Fact]
    public async Task A_company_shows_itself_when_it_likes_and_its_events_tell_it_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var due = (await met.InterestedAsync(supplier, Words, veiled: true)).AnswerDueAt;

        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Reveal)).EnsureRedirect();

        var pairing = await met.NowAsync();
        Assert.Equal((PairingState.Interested, false, due), (pairing.State, pairing.IsVeiled, pairing.AnswerDueAt));
        Assert.Equal((true, true), (pairing.Replayed(pairing.Events.Take(1), new PairingRules()).IsVeiled, !pairing.Replayed(pairing.Events, new PairingRules()).IsVeiled));
        Assert.Contains("署名了", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal(["pairing.offer", "pairing.reveal"], await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == pairing.Id).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
        Assert.Equal($"/pairings/{pairing.Id}", (await publisher.GetAsync($"/pairings/{pairing.Id}/veiled", Stop)).Headers.Location?.OriginalString);
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All([met.Company.Name, Met.CapabilityTitle, "愿意对接"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Contains("已经看得到您是谁", await (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Reveal)).ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_shows_who_it_is_and_pressing_twice_leads_to_the_pair()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var seen = (await met.InterestedAsync(supplier, Words, veiled: true)).Revision;

        Assert.Equal(HttpStatusCode.BadRequest, (await met.AnswerVeiledAsync(publisher, PairingAction.Decline, "不合适")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await met.AnswerVeiledAsync(publisher, PairingAction.Accept, "周四来。", revision: seen + 1)).StatusCode);
        (await met.AnswerVeiledAsync(publisher, PairingAction.Accept, "周四来。", revision: seen)).EnsureRedirect();
        (await met.AnswerVeiledAsync(publisher, PairingAction.Accept, "周四来。", revision: seen)).EnsureRedirect();

        var pairing = await met.NowAsync();
        Assert.Equal((PairingState.Engaged, false, 2), (pairing.State, pairing.IsVeiled, pairing.Events.Count));
        Assert.Contains(met.Company.Name, await publisher.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.Equal(met.Unit.Id, await portal.ReadAsync(db => db.Audit.Where(a => a.Action == "pairing.accept").Select(a => a.OrganisationId).SingleAsync()));
        Assert.Contains("愿意对接", Assert.Single(await portal.MailToAsync(met.Supplier.Email!)).TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_ends_without_a_name_stays_without_it(bool byCompany)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier, Words, veiled: true);

        (await (byCompany
            ? met.ActAsync(supplier, PairingSide.Company, PairingAction.Withdraw, "人手不够。", reason: PairingReason.NoCapacity)
            : met.AnswerVeiledAsync(publisher, PairingAction.Decline, "选了别家。", PairingReason.OtherChosen))).EnsureRedirect();

        var pairing = await met.NowAsync();
        Assert.True(pairing.IsVeiled);
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}/veiled");
        Assert.All([byCompany ? "人手不够。" : "选了别家。", "以后也不会公开"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.All(Telling(met), told => Assert.DoesNotContain(told, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("对方一直不知道您是谁", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.Equal("0 0 1", await SeenAsync(portal, Member(met.Unit, met.Publisher)));
        Assert.Equal(HttpStatusCode.BadRequest, (await met.AnswerVeiledAsync(publisher, PairingAction.Accept)).StatusCode);
    }

    [Fact]
    public async Task Whoever_writes_their_name_is_warned_and_an_invitation_to_the_same_tells_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        foreach (var name in new[] { met.Company.Name, Met.CapabilityTitle })
        {
            var refused = await supplier.SubmitAsync(met.Begin, [new("capability", $"{met.Capability.Id}"), new("Note", $"{name}可以做。"), new("Veiled", "true")]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var again = await refused.ReadAsync();
            Assert.All(["不能写出", $"{name}可以做。"], t => Assert.Contains(t, again, StringComparison.Ordinal));
        }

        var veiled = await met.InterestedAsync(supplier, Words, veiled: true);
        (await publisher.SubmitAsync($"{met.Begin}?capability={met.Capability.Id}", [new("capability", $"{met.Capability.Id}"), new("Note", "请你们来。")])).EnsureRedirect();

        Assert.Contains("已经邀请过", await (await publisher.SubmitAsync("/workspace", [new("Revision", "1"), new("Choice", "Accept")], $"/pairings/{veiled.Id}/veiled")).ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("已经邀请了本单位", await (await supplier.SubmitAsync("/workspace", [new("Revision", "1")], Met.Address(veiled, PairingSide.Company, PairingAction.Reveal))).ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await portal.ReadAsync(db => db.Pairings.CountAsync(p => p.State == PairingState.Interested || p.State == PairingState.Invited)));
    }

    /// <summary>What would tell who it is.</summary>
    private static string[] Telling(Met met) => [met.Company.Name, Met.CapabilityTitle, $"{met.Company.Id}", $"{met.Capability.Id}"];

    /// <summary>Rows of pairings and events, and interests without a name.</summary>
    private static async Task<string> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return await db.Database.SqlQuery<string>($"SELECT (SELECT count(*) FROM pairings) || ' ' || (SELECT count(*) FROM pairing_events) || ' ' || (SELECT count(*) FROM portal_veiled_interests()) AS \"Value\"").SingleAsync(Stop);
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
