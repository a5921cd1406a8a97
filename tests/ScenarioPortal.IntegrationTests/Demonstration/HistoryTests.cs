using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Demonstration;

public sealed class HistoryTests(FilledPortal portal) : IClassFixture<FilledPortal>
{
    private static readonly PairingRules Rules = new();

    [Fact]
    public async Task There_are_pairings_in_every_state_and_exit()
    {
        var pairings = await PairingsAsync();

        Assert.True(pairings.Count >= 60, $"{pairings.Count} pairings");
        Assert.Equal(Enum.GetValues<PairingState>(), pairings.Select(p => p.State).Distinct().Order());
        Assert.Contains(pairings, p => p.StuckAt < FilledPortal.Now && !p.State.IsExit);
        Assert.Contains(pairings, p => p.SuggestedStep is not null && p.AnswerDueAt > FilledPortal.Now);
        Assert.Contains(pairings, p => p.State is PairingState.Engaged && p.Proof.PlanWaitsFor is not null);
        Assert.All(Enum.GetValues<PublicView>().Except([PublicView.Hidden]), view => Assert.Contains(pairings, p => p.Shown == view));
    }

    [Fact]
    public async Task Whoever_waits_for_an_answer_still_has_time_to_get_it()
    {
        var waiting = (await PairingsAsync()).Where(p => p.State.WaitsForAnswer).ToArray();

        Assert.All(waiting, p => Assert.True(p.AnswerDueAt > FilledPortal.Now, $"{p.Number} waits since {p.StateSince:u}"));
    }

    [Fact]
    public async Task Everything_happened_in_order_and_after_the_need_came_out()
    {
        var released = await portal.ReadAsync(db => db.Opportunities.ToDictionaryAsync(o => o.Id, o => o.ReleasedAt));
        var published = await portal.ReadAsync(db => db.Capabilities.ToDictionaryAsync(c => c.Id, c => c.PublishedAt));

        Assert.All(await PairingsAsync(), pairing =>
        {
            var hours = pairing.Events.OrderBy(e => e.Number).Select(e => e.At).ToArray();
            Assert.Equal(hours.Order(), hours);
            Assert.InRange(hours[^1], hours[0], FilledPortal.Now);
            Assert.True(hours[0] > released[pairing.OpportunityId] && hours[0] > published[pairing.CapabilityId], $"{pairing.Number} began before what it is about came out");
        });
        var numbers = (await PairingsAsync()).OrderBy(p => p.BeganAt).Select(p => p.Number).ToArray();
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
    }

    [Fact]
    public async Task What_was_done_done_again_gives_the_same_pairings() => Assert.All(await PairingsAsync(), pairing =>
    {
        var again = pairing.Replayed(pairing.Events.OrderBy(e => e.Number), Rules);

        Assert.Equal((pairing.State, pairing.StateSince, pairing.SuggestedStep, pairing.SuggestedBy), (again.State, again.StateSince, again.SuggestedStep, again.SuggestedBy));
        Assert.Equal((pairing.AnswerDueAt, pairing.StuckAt, pairing.Shown), (again.AnswerDueAt, again.StuckAt, again.Shown));
        Assert.Equal(pairing.Proof, again.Proof);
        Assert.Equal(pairing.Steps, again.Steps);
    });

    [Fact]
    public async Task At_least_fifteen_were_planned_measured_and_certified_or_not()
    {
        var results = await portal.ReadAsync(db => db.VerificationResults.ToListAsync());
        var certified = await portal.ReadAsync(db => db.VerificationCertificates.Select(c => c.PairingId).ToListAsync());

        Assert.True(results.Select(r => r.PairingId).Distinct().Count() >= 15);
        Assert.All(results.SelectMany(r => r.Content.Values), v => Assert.Contains(v.Value!, char.IsDigit));
        Assert.Equal((await PairingsAsync()).Where(p => p.Steps.Any(s => s.State is PairingState.Verified)).Select(p => p.Id).Order(), certified.Order());
    }

    [Fact]
    public async Task Earlier_needs_ended_in_every_way_and_the_lists_of_today_are_still_open()
    {
        var needs = await portal.ReadAsync(db => db.Opportunities.Select(o => new { o.Status, o.Ending, o.ReleasedAt }).ToListAsync());
        var releases = await portal.ReadAsync(db => db.ListReleases.OrderBy(r => r.ReleasedAt).Select(r => new { r.Kind, r.Year, r.Batch, r.ReleasedAt }).ToListAsync());

        Assert.Equal(Enum.GetValues<OpportunityEnding>(), needs.Select(n => n.Ending).OfType<OpportunityEnding>().Distinct().Order());
        Assert.Equal(132, needs.Count(n => n.ReleasedAt == FilledPortal.Now));
        Assert.True(releases[0].ReleasedAt < FilledPortal.Now.AddDays(-700));
        Assert.All(releases.GroupBy(r => (r.Kind, r.Year)), year => Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(r => r.Batch)));
    }

    [Fact]
    public async Task The_trail_tells_it_hour_by_hour_and_verifies()
    {
        var hours = await portal.ReadAsync(db => db.Audit.OrderBy(e => e.Sequence).Select(e => e.At).ToListAsync());
        await new Verification(portal.Access.Owner, new HeadFile(Path.Combine(Path.GetTempPath(), "no-heads.jsonl")), _ => { }).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(hours.Order(), hours);
    }

    [Fact]
    public async Task Nobody_is_written_to_about_the_past()
    {
        Assert.Empty(await portal.ReadAsync(db => db.Mail.ToListAsync()));
        Assert.Equal(portal.Accounts.Select(a => a.Email).Order(), (await portal.ReadAsync(db => db.Accounts.Where(a => a.Email != null).Select(a => a.Email!).ToListAsync())).Order());
        Assert.True(await portal.ReadAsync(db => db.Accounts.AllAsync(a => a.IsDemonstration)));
    }

    [Fact]
    public async Task Whoever_signs_in_for_a_side_finds_pairings_of_their_own()
    {
        var own = await portal.ReadAsync(db => (
            from account in db.Accounts
            join membership in db.Memberships on account.Id equals membership.AccountId
            join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
            where account.Email != null
            select new
            {
                organisation.Kind,
                Pairings = db.Pairings.Count(p => p.PublisherId == organisation.Id || p.CompanyId == organisation.Id || p.OperatorId == organisation.Id)
            }).ToListAsync());

        Assert.Equal([OrganisationKind.Government, OrganisationKind.Company, OrganisationKind.Operator], own.Select(o => o.Kind).Order());
        Assert.All(own, o => Assert.True(o.Pairings >= 3, $"{o.Kind} has {o.Pairings}"));
    }

    private Task<List<Pairing>> PairingsAsync() => portal.ReadAsync(db => db.Pairings.AsNoTracking().ToListAsync());
}
