using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using Xunit;

namespace ScenarioPortal.UnitTests.Opportunities;

/// <summary>What may be done with an opportunity in which state; everything else is refused in words and changes nothing.</summary>
public sealed class LifeCycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Deadline = new(2026, 3, 23);

    private static readonly Dictionary<string, Action<Opportunity>> Actions = new()
    {
        ["describe"] = o => o.Describe(o.Need with { Title = "换个名称" }, Now),
        ["submit"] = o => o.Submit(Now),
        ["approve"] = o => o.Approve(Now),
        ["return"] = o => o.Return(Now),
        ["release"] = o => o.Release("2026-01-需-001", Now),
        ["correct"] = o => o.Correct(o.Need with { Title = "换个名称" }, new Correction { Why = "写错了" }, Now),
        ["extend"] = o => o.Extend(Deadline.AddDays(7), null, Now),
        ["close"] = o => o.Close(OpportunityEnding.Withdrawn, Now),
        ["expire"] = o => o.Expire(Now)
    };

    private static readonly Dictionary<string, Func<Opportunity>> States = new()
    {
        ["draft"] = () => Made(),
        ["submitted"] = () => Made(o => o.Submit(Now)),
        ["returned"] = () => Made(o => o.Submit(Now), o => o.Return(Now)),
        ["approved"] = () => Made(o => o.Submit(Now), o => o.Approve(Now)),
        ["open"] = () => Made(Released),
        ["past its deadline"] = () => Made(Released, o => o.Describe(o.Need with { Deadline = new DateOnly(2026, 3, 8) }, Now)),
        ["closed"] = () => Made(Released, o => o.Close(OpportunityEnding.Withdrawn, Now)),
        ["expired"] = () => Made(Released, o => o.Describe(o.Need with { Deadline = new DateOnly(2026, 3, 8) }, Now), o => o.Expire(Now))
    };

    /// <summary>Read as a table: from the state, by the action, to the state.</summary>
    private static readonly (string State, string Action, OpportunityStatus Then)[] Allowed =
    [
        ("draft", "describe", OpportunityStatus.Draft), ("draft", "submit", OpportunityStatus.Submitted),
        ("submitted", "describe", OpportunityStatus.Submitted), ("submitted", "approve", OpportunityStatus.Approved), ("submitted", "return", OpportunityStatus.Returned),
        ("returned", "describe", OpportunityStatus.Returned), ("returned", "submit", OpportunityStatus.Submitted),
        ("approved", "describe", OpportunityStatus.Approved), ("approved", "release", OpportunityStatus.Released),
        ("open", "describe", OpportunityStatus.Released), ("open", "correct", OpportunityStatus.Released), ("open", "extend", OpportunityStatus.Released), ("open", "close", OpportunityStatus.Closed),
        ("past its deadline", "describe", OpportunityStatus.Released), ("past its deadline", "expire", OpportunityStatus.Closed)
    ];

    public static MatrixTheoryData<string, string> Table { get; } = new(States.Keys, Actions.Keys);

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_carried_out_or_refused_as_the_table_says(string state, string action)
    {
        var opportunity = States[state]();
        var before = (opportunity.Status, opportunity.Ending, opportunity.Revision, opportunity.Deadline, opportunity.Title, opportunity.Addenda.Count);

        var refusal = Record.Exception(() => Actions[action](opportunity));

        if (Allowed.FirstOrDefault(a => a.State == state && a.Action == action) is { State: not null } allowed)
        {
            Assert.Null(refusal);
            Assert.Equal(allowed.Then, opportunity.Status);
            Assert.True(opportunity.Revision > before.Revision);
            return;
        }

        Assert.Matches("。$", Assert.IsType<RuleBrokenException>(refusal).Message);
        Assert.Equal(before, (opportunity.Status, opportunity.Ending, opportunity.Revision, opportunity.Deadline, opportunity.Title, opportunity.Addenda.Count));
    }

    [Theory]
    [InlineData(OpportunityEnding.NoSuitableSupplier, false)]
    [InlineData(OpportunityEnding.Cancelled, false)]
    [InlineData(OpportunityEnding.Withdrawn, true)]
    [InlineData(OpportunityEnding.Paired, true)]
    public void Companies_are_owed_a_sentence_when_none_was_suitable_or_it_is_cancelled(OpportunityEnding ending, bool withoutSentence)
    {
        var (silent, told) = (States["open"](), States["open"]());

        told.Close(ending, Now, "三份方案都没有夜间的数据。");

        Assert.Equal(withoutSentence, Record.Exception(() => silent.Close(ending, Now)) is null);
        Assert.Equal((ending, "三份方案都没有夜间的数据。", Now), (told.Ending, told.EndingNote, told.ClosedAt));
    }

    [Fact]
    public void Only_time_makes_it_expire_and_at_its_last_second()
    {
        var opportunity = States["open"]();
        var end = new DateTimeOffset(2026, 3, 23, 23, 59, 59, TimeSpan.FromHours(8));

        Assert.Throws<RuleBrokenException>(() => opportunity.Close(OpportunityEnding.Expired, Now));
        Assert.False(opportunity.HasExpired(end));
        opportunity.Expire(end.AddSeconds(1));

        Assert.Equal((OpportunityEnding.Expired, end), (opportunity.Ending, opportunity.ClosedAt));
    }

    [Theory]
    [InlineData("2026-03-23")]
    [InlineData("2026-03-20")]
    [InlineData("2026-03-01")]
    public void It_is_extended_to_a_later_day_only(string day) =>
        Assert.Throws<RuleBrokenException>(() => States["open"]().Extend(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null, Now));

    [Fact]
    public void An_extension_and_a_correction_are_addenda_that_say_what_and_why()
    {
        var opportunity = States["open"]();

        opportunity.Extend(new DateOnly(2026, 3, 30), "企业要求多一周准备。", Now);
        opportunity.Correct(opportunity.Need with { Title = "夜间河道巡查" }, new Correction { Before = "巡查", After = "夜间河道巡查", Why = "原名太短" }, Now);

        Assert.Equal([("2026-03-23", "2026-03-30", "企业要求多一周准备。"), ("巡查", "夜间河道巡查", "原名太短")], opportunity.Addenda.Select(a => (a.Before, a.After, a.Why)));
        Assert.Equal([nameof(Need.Deadline), nameof(Need.Title)], opportunity.Addenda.SelectMany(a => a.Parts));
    }

    [Fact]
    public void A_correction_says_why_and_changes_something()
    {
        var opportunity = States["open"]();

        Assert.Throws<RuleBrokenException>(() => opportunity.Correct(opportunity.Need with { Title = "别的" }, new Correction(), Now));
        Assert.Throws<RuleBrokenException>(() => opportunity.Correct(opportunity.Need, new Correction { Why = "没变" }, Now));
        Assert.Throws<RuleBrokenException>(() => opportunity.Correct(opportunity.Need with { Deadline = Deadline.AddDays(-1) }, new Correction { Why = "提前" }, Now));
        Assert.Equal(("巡查", 0), (opportunity.Title, opportunity.Addenda.Count));
    }

    private static void Released(Opportunity opportunity)
    {
        opportunity.Submit(Now);
        opportunity.Approve(Now);
        opportunity.Release("2026-01-需-001", Now);
    }

    private static Opportunity Made(params Action<Opportunity>[] steps)
    {
        var opportunity = new Opportunity(Guid.CreateVersion7(), Guid.CreateVersion7(), new Need { Title = "巡查", Description = "夜里没有人看。", Deadline = Deadline }, Now);
        foreach (var step in steps)
        {
            step(opportunity);
        }

        return opportunity;
    }
}
