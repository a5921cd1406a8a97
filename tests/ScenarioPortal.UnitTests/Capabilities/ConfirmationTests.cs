using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using Xunit;

namespace ScenarioPortal.UnitTests.Capabilities;

/// <summary>Whether a capability is still current: asked after 180 days, marked when nobody answers, restored when somebody does.</summary>
public sealed class ConfirmationTests
{
    private static readonly DateTimeOffset Released = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = Released.AddDays(Capability.CurrentForDays);

    [Fact]
    public void Nobody_is_asked_before_its_time_nor_twice()
    {
        var capability = Published();

        Assert.Throws<RuleBrokenException>(() => capability.AskWhetherCurrent(Due.AddSeconds(-1)));
        capability.AskWhetherCurrent(Due);
        Assert.Throws<RuleBrokenException>(() => capability.AskWhetherCurrent(Due));

        Assert.Equal(Due.AddDays(Capability.ConfirmWithinDays), capability.ConfirmationDueAt);
    }

    [Fact]
    public void Silence_marks_it_only_after_the_days_that_were_given()
    {
        var capability = Published();
        Assert.Throws<RuleBrokenException>(() => capability.Lapse(Due.AddYears(1)));
        capability.AskWhetherCurrent(Due);
        var (end, revision) = (capability.ConfirmationDueAt!.Value, capability.Revision);

        Assert.Throws<RuleBrokenException>(() => capability.Lapse(end.AddSeconds(-1)));
        capability.Lapse(end);

        Assert.Equal((end, revision + 1, Released), (capability.LapsedAt!.Value, capability.Revision, capability.UpdatedAt));
        Assert.Throws<RuleBrokenException>(() => capability.Lapse(end));
    }

    [Fact]
    public void Confirming_takes_the_mark_away_and_the_days_begin_anew()
    {
        var capability = Published();
        capability.AskWhetherCurrent(Due);
        capability.Lapse(Due.AddDays(Capability.ConfirmWithinDays));
        var (now, revision) = (Due.AddDays(30), capability.Revision);

        capability.Confirm(now);

        Assert.Equal((now, null, null, revision + 1), (capability.ConfirmedAt!.Value, capability.ConfirmationAskedAt, capability.LapsedAt, capability.Revision));
        Assert.Throws<RuleBrokenException>(() => capability.Confirm(now));
        Assert.Throws<RuleBrokenException>(() => capability.AskWhetherCurrent(now.AddDays(Capability.CurrentForDays).AddSeconds(-1)));
        capability.AskWhetherCurrent(now.AddDays(Capability.CurrentForDays));
    }

    [Fact]
    public void Saying_it_anew_confirms_it_and_saying_the_same_does_not()
    {
        var capability = Published();
        capability.AskWhetherCurrent(Due);

        Assert.False(capability.Describe(capability.Offer, Due));
        Assert.NotNull(capability.ConfirmationAskedAt);
        Assert.True(capability.Describe(capability.Offer with { Trl = 8 }, Due));

        Assert.Equal((Due, null), (capability.ConfirmedAt!.Value, capability.ConfirmationAskedAt));
    }

    [Fact]
    public void What_is_not_public_is_neither_asked_about_nor_confirmed()
    {
        var withdrawn = Published();
        withdrawn.AskWhetherCurrent(Due);
        withdrawn.Withdraw("产品已停产。", Due);

        Assert.Throws<RuleBrokenException>(() => withdrawn.Confirm(Due));
        Assert.Throws<RuleBrokenException>(() => withdrawn.Lapse(Due.AddYears(1)));
        Assert.Throws<RuleBrokenException>(() => Made().AskWhetherCurrent(Due.AddYears(1)));
    }

    private static Capability Made() => new(Guid.CreateVersion7(), new Offer { Title = "巡查机器人", Description = "夜里自己走" }, Released);

    private static Capability Published()
    {
        var capability = Made();
        capability.Submit(Released);
        capability.Publish(null, Released);
        return capability;
    }
}
