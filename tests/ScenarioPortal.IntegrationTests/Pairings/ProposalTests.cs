using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>牵线: an operator puts two together, and each of them answers.</summary>
public sealed class ProposalTests(PortalDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PairingSide.Company, PairingState.Interested)]
    [InlineData(PairingSide.Publisher, PairingState.Invited)]
    public async Task Both_are_told_and_when_both_have_said_yes_they_are_engaged(PairingSide first, PairingState between)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, broker, account) = await ProposedAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        foreach (var told in new[] { met.Supplier, met.Publisher })
        {
            Assert.Contains("运营机构为“" + Met.NeedTitle + "”牵线", Assert.Single(await portal.MailToAsync(told.Email!)).TextBody, StringComparison.Ordinal);
        }

        foreach (var desk in new[] { supplier, publisher })
        {
            Assert.Contains("1 件事等您", await desk.ReadAsync("/workspace"), StringComparison.Ordinal);
        }

        var browsers = first is PairingSide.Company ? new[] { (supplier, PairingSide.Company), (publisher, PairingSide.Publisher) } : [(publisher, PairingSide.Publisher), (supplier, PairingSide.Company)];
        (await met.ActAsync(browsers[0].Item1, browsers[0].Item2, PairingAction.Accept, "可以。")).EnsureRedirect();
        Assert.Equal(between, (await met.NowAsync()).State);
        (await met.ActAsync(browsers[1].Item1, browsers[1].Item2, PairingAction.Accept, "好。")).EnsureRedirect();

        var pairing = await met.NowAsync();
        Assert.Equal((PairingState.Engaged, 3), (pairing.State, pairing.Events.Count));
        var page = await broker.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All(["两家合适，先看现场。", "可以。", "好。", "场景经理人有限公司"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(2, (await portal.MailToAsync(account.Email!)).Count);
    }

    [Fact]
    public async Task One_of_the_two_declines_and_everybody_learns_why()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, broker, account) = await ProposedAsync(portal);

        (await met.ActAsync(await portal.SignedInAsync(met.Supplier), PairingSide.Company, PairingAction.Decline, "今年排满了。", reason: PairingReason.NoCapacity)).EnsureRedirect();

        var pairing = await met.NowAsync();
        Assert.Equal(PairingState.Declined, pairing.State);
        foreach (var browser in new[] { broker, await portal.SignedInAsync(met.Publisher) })
        {
            Assert.Contains("今年排满了。", await browser.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        }

        Assert.Contains("婉拒", Assert.Single(await portal.MailToAsync(account.Email!)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_neither_answers_lapses_after_both_were_reminded_and_all_three_are_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, _, account) = await ProposedAsync(portal);
        var clock = portal.Services.GetRequiredService<PairingClock>();

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(2, await clock.RemindAsync(Stop));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(1, await clock.LapseAsync(Stop));

        Assert.Equal(PairingState.Lapsed, (await met.NowAsync()).State);
        Assert.Equal(new[] { met.Publisher.Id, met.Supplier.Id, account.Id }.Order(),
            (await portal.ReadAsync(db => db.Notifications.Where(n => n.Detail == "Lapse/Lapsed/").Select(n => n.AccountId).ToListAsync(Stop))).Order());
    }

    private static async Task<(Met Met, HttpClient Broker, Account Account)> ProposedAsync(PortalHost portal)
    {
        var met = await Met.MakeAsync(portal);
        var broker = new Organisation("场景经理人有限公司", OrganisationKind.Operator);
        var account = portal.NewAccount("broker");
        await portal.SaveAsync(broker, account, new Membership(broker.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(account);
        (await browser.SubmitAsync($"{met.Begin}?capability={met.Capability.Id}", [new("capability", $"{met.Capability.Id}"), new("Note", "两家合适，先看现场。")])).EnsureRedirect();
        Assert.Equal(PairingState.Proposed, (await met.NowAsync()).State);
        return (met, browser, account);
    }
}
