using System.Reflection;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.UnitTests.Capabilities;

/// <summary>What may be done with a capability in which state; everything else is refused in words and changes nothing.</summary>
public sealed class LifeCycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddDays(Capability.CurrentForDays);
    private static readonly Correction Why = new() { Why = "写错了" };

    private static readonly Dictionary<string, Action<Capability>> Actions = new()
    {
        ["describe"] = c => c.Describe(c.Offer with { Title = "换个名称" }, Later),
        ["submit"] = c => c.Submit(Later),
        ["return"] = c => c.Return(Later),
        ["publish"] = c => c.Publish(null, Later),
        ["enlist"] = c => c.Enlist("2026-01-供-001", Later),
        ["correct"] = c => c.Correct(c.Offer with { Title = "换个名称" }, Why, Later),
        ["ask"] = c => c.AskWhetherCurrent(Later),
        ["confirm"] = c => c.Confirm(Later),
        ["lapse"] = c => c.Lapse(Later.AddDays(Capability.ConfirmWithinDays)),
        ["withdraw"] = c => c.Withdraw("产品已停产。", Later),
        ["restore"] = c => c.Restore(Later)
    };

    private static readonly Dictionary<string, Func<Capability>> States = new()
    {
        ["draft"] = () => Made(),
        ["submitted"] = () => Made(c => c.Submit(Now)),
        ["returned"] = () => Made(c => c.Submit(Now), c => c.Return(Now)),
        ["published"] = () => Made(Published),
        ["in a batch"] = () => Made(Published, c => c.Enlist("2026-01-供-001", Now)),
        ["asked"] = () => Made(Published, c => c.AskWhetherCurrent(Later)),
        ["withdrawn"] = () => Made(Published, c => c.Withdraw("产品已停产。", Now))
    };

    /// <summary>Read as a table: from the state, by the action, to the state.</summary>
    private static readonly (string State, string Action, CapabilityStatus Then)[] Allowed =
    [
        ("draft", "describe", CapabilityStatus.Draft), ("draft", "submit", CapabilityStatus.Submitted),
        ("submitted", "describe", CapabilityStatus.Submitted), ("submitted", "return", CapabilityStatus.Returned), ("submitted", "publish", CapabilityStatus.Published),
        ("returned", "describe", CapabilityStatus.Returned), ("returned", "submit", CapabilityStatus.Submitted),
        ("published", "describe", CapabilityStatus.Published), ("published", "enlist", CapabilityStatus.Published), ("published", "correct", CapabilityStatus.Published),
        ("published", "ask", CapabilityStatus.Published), ("published", "withdraw", CapabilityStatus.Suspended),
        ("in a batch", "describe", CapabilityStatus.Published), ("in a batch", "correct", CapabilityStatus.Published),
        ("in a batch", "ask", CapabilityStatus.Published), ("in a batch", "withdraw", CapabilityStatus.Suspended),
        ("asked", "describe", CapabilityStatus.Published), ("asked", "enlist", CapabilityStatus.Published), ("asked", "correct", CapabilityStatus.Published),
        ("asked", "confirm", CapabilityStatus.Published), ("asked", "lapse", CapabilityStatus.Published), ("asked", "withdraw", CapabilityStatus.Suspended),
        ("withdrawn", "describe", CapabilityStatus.Suspended), ("withdrawn", "restore", CapabilityStatus.Published)
    ];

    public static MatrixTheoryData<string, string> Table { get; } = new(States.Keys, Actions.Keys);

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_carried_out_or_refused_as_the_table_says(string state, string action)
    {
        var capability = States[state]();
        var before = Said(capability);

        var refusal = Record.Exception(() => Actions[action](capability));

        if (Allowed.FirstOrDefault(a => a.State == state && a.Action == action) is { State: not null } allowed)
        {
            Assert.Null(refusal);
            Assert.Equal(allowed.Then, capability.Status);
            Assert.NotEqual(before, Said(capability));
            return;
        }

        Assert.Matches("。$", Assert.IsType<RuleBrokenException>(refusal).Message);
        Assert.Equal(before, Said(capability));
    }

    [Fact]
    public void A_change_of_what_is_published_is_an_addendum_whoever_makes_it_and_counts_as_confirming()
    {
        var (capability, draft) = (States["asked"](), States["draft"]());

        capability.Correct(capability.Offer with { Trl = 8 }, new Correction { Before = "TRL 6", After = "TRL 8", Why = "定型了" }, Later);
        capability.Describe(capability.Offer with { Title = "夜巡机器人", Cases = ["云桥街道"] }, Later);
        draft.Describe(draft.Offer with { Title = "夜巡机器人" }, Later);

        Assert.Equal([(1, "TRL 6", "TRL 8", "定型了"), (2, null, null, null)], capability.Addenda.Select(a => (a.Number, a.Before, a.After, a.Why)));
        Assert.Equal([nameof(Offer.Trl), nameof(Offer.Title), nameof(Offer.Cases)], capability.Addenda.SelectMany(a => a.Parts));
        Assert.Equal((Later, null), (capability.ConfirmedAt!.Value, capability.ConfirmationAskedAt));
        Assert.Empty(draft.Addenda);
    }

    [Fact]
    public void A_correction_says_why_and_changes_something()
    {
        var capability = States["published"]();

        Assert.Throws<RuleBrokenException>(() => capability.Correct(capability.Offer with { Title = "别的" }, new Correction(), Later));
        Assert.Throws<RuleBrokenException>(() => capability.Correct(capability.Offer, Why, Later));
        Assert.Equal(("巡查机器人", 0, null), (capability.Title, capability.Addenda.Count, capability.ConfirmedAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Capability.WithdrawnWhyMaxLength + 1)]
    public void Nobody_withdraws_without_a_sentence(int length) =>
        Assert.Throws<RuleBrokenException>(() => States["published"]().Withdraw(new string('停', length), Later));

    [Fact]
    public void What_is_put_back_says_what_it_said_and_is_current()
    {
        var capability = States["asked"]();
        capability.Withdraw("产品已停产。", Later);
        Assert.Equal((CapabilityStatus.Suspended, Later, "产品已停产。"), (capability.Status, capability.WithdrawnAt!.Value, capability.WithdrawnWhy));

        capability.Restore(Later.AddDays(3));

        Assert.Equal((null, null, "巡查机器人", Now), (capability.WithdrawnAt, capability.WithdrawnWhy, capability.Title, capability.PublishedAt!.Value));
        Assert.Equal((Later.AddDays(3), null), (capability.ConfirmedAt!.Value, capability.ConfirmationAskedAt));
        Assert.Empty(capability.Addenda);
    }

    /// <summary>A property that comes with the next field is compared as well, else it would be changed in silence.</summary>
    [Fact]
    public void Every_part_of_an_offer_is_told_apart()
    {
        var offer = new Offer { Title = "巡查机器人", Description = "夜里自己走" };
        foreach (var property in typeof(Offer).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var other = offer with { };
            property.SetValue(other, Type.GetTypeCode(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
            {
                TypeCode.String => "别的",
                TypeCode.Int32 => 7,
                _ when property.PropertyType == typeof(IReadOnlyList<Certificate>) => (object)new List<Certificate> { new() { Name = "别的" } },
                _ => new List<string> { "别的" }
            });

            Assert.True(offer.DifferencesFrom(other).Count == 1, property.Name);
        }
    }

    private static (CapabilityStatus, int, string, string?, int, DateTimeOffset?, DateTimeOffset?, string?) Said(Capability capability) =>
        (capability.Status, capability.Revision, capability.Title, capability.Number, capability.Addenda.Count, capability.ConfirmationAskedAt, capability.LapsedAt, capability.WithdrawnWhy);

    private static void Published(Capability capability)
    {
        capability.Submit(Now);
        capability.Publish(null, Now);
    }

    private static Capability Made(params Action<Capability>[] steps)
    {
        var capability = new Capability(Guid.CreateVersion7(), new Offer { Title = "巡查机器人", Description = "夜里自己走" }, Now);
        foreach (var step in steps)
        {
            step(capability);
        }

        return capability;
    }
}
