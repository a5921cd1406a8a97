using System.Globalization;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;
using Xunit;

namespace ScenarioPortal.UnitTests.Opportunities;

public sealed class OpportunityTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    [Fact]
    public void It_is_released_only_after_it_was_submitted_and_approved()
    {
        var opportunity = Draft();

        Assert.Throws<RuleBrokenException>(() => opportunity.Release("2026-01-需-001", Monday));
        opportunity.Submit(Monday);
        Assert.Throws<RuleBrokenException>(() => opportunity.Release("2026-01-需-001", Monday));
        opportunity.Approve(Monday);
        opportunity.Release("2026-01-需-001", Monday);

        Assert.Equal((OpportunityStatus.Released, "2026-01-需-001"), (opportunity.Status, opportunity.Number));
    }

    [Theory]
    [InlineData(null, null, "2026-03-23")]
    [InlineData("2026-05-01", null, "2026-05-01")]
    [InlineData(null, "2026年底", null)]
    public void It_stays_open_for_the_usual_time_when_nothing_was_said(string? deadline, string? note, string? then)
    {
        var opportunity = new Opportunity(Guid.CreateVersion7(), null, Draft().Need with { Deadline = deadline is null ? null : DateOnly.Parse(deadline, CultureInfo.InvariantCulture), DeadlineNote = note }, Monday);
        Assert.Throws<RuleBrokenException>(() => opportunity.StayOpenUntil(new(2026, 3, 23), Monday));
        opportunity.Submit(Monday);
        opportunity.Approve(Monday);

        opportunity.StayOpenUntil(new(2026, 3, 23), Monday);

        Assert.Equal(then, opportunity.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_change_after_release_becomes_a_numbered_addendum_that_names_the_parts()
    {
        var opportunity = Released();

        var changed = opportunity.Describe(opportunity.Need with { Deadline = new DateOnly(2026, 4, 1), Budget = Budget.Exactly(80) }, Tuesday);

        Assert.True(changed);
        var addendum = Assert.Single(opportunity.Addenda);
        Assert.Equal(1, addendum.Number);
        Assert.Equal(Tuesday, addendum.PublishedAt);
        Assert.Equal([nameof(Need.Budget), nameof(Need.Deadline)], addendum.Parts);
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        var opportunity = Released();
        var revision = opportunity.Revision;

        var changed = opportunity.Describe(opportunity.Need with { Technologies = [.. opportunity.Technologies] }, Tuesday);

        Assert.False(changed);
        Assert.Equal(revision, opportunity.Revision);
        Assert.Empty(opportunity.Addenda);
    }

    [Fact]
    public void A_draft_changes_without_an_addendum()
    {
        var opportunity = Draft();

        opportunity.Describe(opportunity.Need with { Title = "夜间河道巡查与清理" }, Tuesday);

        Assert.Empty(opportunity.Addenda);
        Assert.Equal(2, opportunity.Revision);
    }

    [Fact]
    public void A_closed_opportunity_can_no_longer_be_changed()
    {
        var opportunity = Released();
        opportunity.Close(OpportunityEnding.Withdrawn, Tuesday);

        Assert.Throws<RuleBrokenException>(() => opportunity.Describe(opportunity.Need with { Title = "别的" }, Tuesday));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Opportunity.TitleMaxLength + 1)]
    public void A_title_has_one_to_two_hundred_characters(int length) =>
        Assert.Throws<RuleBrokenException>(() => Draft().Describe(Draft().Need with { Title = new string('河', length) }, Monday));

    [Fact]
    public void A_budget_that_is_not_stated_stays_not_stated()
    {
        Assert.Null(Draft().Budget);
        Assert.Throws<RuleBrokenException>(() => new Budget(null, null));
        Assert.Throws<RuleBrokenException>(() => Budget.Exactly(0));
        Assert.Throws<RuleBrokenException>(() => new Budget(90, 80));
    }

    private static Opportunity Draft() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), new Need
    {
        Title = "夜间河道巡查",
        Description = "主城 47 公里河道，夜间和雨天没有人看。",
        Technologies = ["水面目标识别"]
    }, Monday);

    private static Opportunity Released()
    {
        var opportunity = Draft();
        opportunity.Submit(Monday);
        opportunity.Approve(Monday);
        opportunity.Release("2026-01-需-001", Monday);
        return opportunity;
    }
}
