using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Showcases;
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

    [Fact]
    public async Task Showcases_were_agreed_to_reviewed_and_released_in_batches_of_their_own()
    {
        var showcases = await portal.ReadAsync(db => db.Showcases.AsNoTracking().ToListAsync());
        var batches = await portal.ReadAsync(db => db.ListReleases.AsNoTracking().Where(r => r.Kind == ListKind.Showcases).ToListAsync());

        Assert.True(showcases.Count >= 3);
        Assert.All(showcases, showcase =>
        {
            Assert.Equal(ShowcaseState.Released, showcase.State);
            Assert.True(showcase.CreatedAt < showcase.SubmittedAt && showcase.SubmittedAt < showcase.ReleasedAt && showcase.ReleasedAt < FilledPortal.Now);
            Assert.NotEqual(showcase.WrittenBy, showcase.AgreedBy);
        });
        Assert.Contains(batches, b => b.Items.Count >= 3);
        Assert.All(batches, b => Assert.True(b.IsIntact()));
        Assert.Equal(showcases.Select(s => s.Number).Order(), batches.SelectMany(b => b.Items.Select(i => i.Number)).Order());
    }

    [Fact]
    public async Task What_was_shown_was_asked_for_elsewhere_paired_shown_again_and_asked_for_once_more()
    {
        var demands = await portal.ReadAsync(db => db.JointDemands.AsNoTracking().ToListAsync());
        var joins = await portal.ReadAsync(db => db.ShowcaseJoins.AsNoTracking().ToListAsync());
        var (needs, released) = await portal.ReadAsync(async db => (
            await db.Opportunities.Where(o => o.DemandId != null).ToDictionaryAsync(o => o.DemandId!.Value, o => new { o.ShowcaseId, o.ReleasedAt }),
            await db.Showcases.ToDictionaryAsync(s => s.Id, s => s.ReleasedAt)));
        var roots = await Task.WhenAll(demands.Select(d => d.ShowcaseId).Distinct().Select(id => portal.ReadAsync(db => ShowcaseTree.OfAsync(db, id, TestContext.Current.CancellationToken))));

        var tree = Assert.Single(roots.DistinctBy(t => t!.Root.Id))!;
        var again = tree.Root.Needs.SelectMany(n => n.Pairings).Select(p => p.Became).OfType<ShowcaseTree.Told>().First();
        Assert.Contains(again.Needs.SelectMany(n => n.Pairings), p => p.State >= PairingState.Verified && !p.State.IsExit);
        Assert.True(tree.Regions >= 2 && tree.Needs >= 3, $"{tree.Regions} regions, {tree.Needs} needs");
        Assert.True(joins.Count >= 5 && joins.All(j => j.JoinedAt > released[j.ShowcaseId] && j.Wish is not null));
        Assert.All(demands, d => Assert.True(needs[d.Id].ShowcaseId == d.ShowcaseId && needs[d.Id].ReleasedAt > d.BegunAt && joins.Single(j => (j.ShowcaseId, j.OrganisationId) == (d.ShowcaseId, d.LeadId)).JoinedAt < d.BegunAt));
        Assert.Contains(demands, d => d.Members.Count >= 2);
    }

    [Fact]
    public async Task Credit_came_by_itself_one_appeal_was_upheld_and_one_still_waits()
    {
        var entries = await portal.ReadAsync(db => db.CreditEntries.AsNoTracking().ToListAsync());
        var appeals = await portal.ReadAsync(db => db.CreditAppeals.AsNoTracking().ToListAsync());

        var owed = (await PairingsAsync()).SelectMany(p => CreditLedger.Of(p));
        Assert.Equal(owed.Select(Told).Order(StringComparer.Ordinal), entries.Where(e => e.CancelsId is null).Select(Told).Order(StringComparer.Ordinal));
        Assert.True(entries.Where(e => e.Points > 0).DistinctBy(e => e.OrganisationId).Count() > 5 && entries.Where(e => e.Points < 0).DistinctBy(e => e.OrganisationId).Count() > 3);
        Assert.All(await SignedInForAsync(), o => Assert.Equal([-1, 1], entries.Where(e => e.OrganisationId == o).Select(e => Math.Sign(e.Points)).Distinct().Order()));
        var upheld = Assert.Single(appeals, a => a.DecidedAt is not null);
        var (wrong, cancelling) = (entries.Single(e => e.Id == upheld.EntryId), entries.Single(e => e.CancelsId == upheld.EntryId));
        Assert.True(upheld.Upheld is true && wrong.Points + cancelling.Points == 0);
        Assert.True(wrong.WrittenAt < upheld.AskedAt && upheld.AskedAt <= CreditAppeal.LastMomentFor(wrong) && upheld.AskedAt < upheld.DecidedAt && cancelling.WrittenAt == upheld.DecidedAt);
        Assert.Single(appeals, a => a.DecidedAt is null);

        static string Told(CreditEntry entry) => $"{entry.OrganisationId} {entry.PairingId} {entry.EventNumber} {entry.RuleCode} {entry.Points}";
    }

    [Fact]
    public async Task One_company_was_chosen_by_scores_and_one_that_hides_its_name_still_waits()
    {
        var choice = await portal.ReadAsync(db => db.Choices.AsNoTracking().AsSplitQuery().SingleAsync());
        var opinions = await portal.ReadAsync(db => db.ChoiceOpinions.AsNoTracking().OrderBy(o => o.Round).ToListAsync());
        var expert = await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Email == "expert@demo.example"));
        var pairings = await PairingsAsync();

        Assert.Equal((ChoiceState.Decided, 2), (choice.State, choice.Candidates.Count));
        Assert.Equal([1, 2], opinions.Select(o => o.Round));
        Assert.Equal(expert.Id, Assert.Single(choice.Experts).AccountId);
        Assert.Equal(PairingReason.OtherChosen, pairings.Single(p => choice.Candidates.Any(c => c.PairingId == p.Id) && p.Id != choice.ChosenPairingId).Events[^1].Reason);
        Assert.Equal(PairingState.Interested, Assert.Single(pairings, p => p.IsVeiled).State);
    }

    /// <summary>The unit and the company in whose name somebody can sign in.</summary>
    private Task<List<Guid>> SignedInForAsync() => portal.ReadAsync(db => (
        from account in db.Accounts
        join membership in db.Memberships on account.Id equals membership.AccountId
        join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
        where account.Email != null && organisation.Kind != OrganisationKind.Operator
        select organisation.Id).ToListAsync());

    private Task<List<Pairing>> PairingsAsync() => portal.ReadAsync(db => db.Pairings.AsNoTracking().ToListAsync());
}
