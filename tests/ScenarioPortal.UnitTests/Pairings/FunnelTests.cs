using ScenarioPortal.Domain.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Pairings;

/// <summary>The arithmetic of the figures: who reached which step, medians, shares of few, and whoever went another way.</summary>
public sealed class FunnelTests
{
    [Fact]
    public void Whoever_reached_a_step_stands_there_ended_there_or_went_on()
    {
        var courses = new[]
        {
            Course((PairingState.Interested, 0), (PairingState.Engaged, 2), (PairingState.Agreed, 12)),
            Course((PairingState.Invited, 0), (PairingState.Engaged, 4), (PairingState.Declined, 5)),
            Course((PairingState.Interested, 0), (PairingState.Lapsed, 8)),
            Course((PairingState.Proposed, 0), (PairingState.Invited, 1), (PairingState.Engaged, 4), (PairingState.Agreed, 8), (PairingState.Piloting, 9), (PairingState.EndedWithinLimits, 99)),
            Course((PairingState.Proposed, 0), (PairingState.Declined, 1))
        };

        var funnel = Funnel.Of(courses);

        Assert.Equal(PairingMoves.Path, funnel.Select(s => s.State));
        Assert.Equal([4, 3, 2, 1, 0, 0, 0], funnel.Select(s => s.Reached));
        Assert.Equal([0, 0, 1, 0, 0, 0, 0], funnel.Select(s => s.Standing));
        Assert.Equal([1, 1, 0, 1, 0, 0, 0], funnel.Select(s => s.Ended));
        Assert.Equal([null, 3.0, 7.0, 1.0, null, null, null], funnel.Select(s => s.MedianDays));
        Assert.All(funnel.Zip(funnel.Skip(1)), pair => Assert.Equal(pair.First.Reached, pair.First.Standing + pair.First.Ended + pair.Second.Reached));
        Assert.Equal([PairingState.Interested, PairingState.Engaged, PairingState.Agreed, PairingState.Piloting], Funnel.ReachedBy(courses[3]));
        Assert.Empty(Funnel.ReachedBy(courses[4]));
    }

    [Fact]
    public void Nothing_makes_a_funnel_of_zeros() => Assert.All(Funnel.Of([]), s => Assert.Equal((0, 0, 0, null), (s.Reached, s.Standing, s.Ended, s.MedianDays)));

    [Fact]
    public void Every_course_that_the_table_allows_is_counted_once()
    {
        var pairings = Enum.GetValues<PairingState>().Select(s => Pairs.At(s)).ToArray();

        var funnel = Funnel.Of(pairings.Select(p => p.Steps));

        // All but the one that was only proposed.
        Assert.Equal(pairings.Length - 1, funnel[0].Reached);
        Assert.Equal(pairings.Count(p => p.State.IsExit), funnel.Sum(s => s.Ended));
        Assert.Equal(1, funnel[^1].Standing);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3.0, 3.0)]
    [InlineData(2.5, 1.0, 4.0)]
    [InlineData(4.0, 100.0, 1.0, 4.0)]
    public void The_median_lies_in_the_middle(double? median, params double[] values) => Assert.Equal(median, Funnel.Median(values));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(3, 9, null)]
    [InlineData(3, 10, 30)]
    [InlineData(1, 3000, 1)]
    [InlineData(2999, 3000, 99)]
    [InlineData(0, 3000, 0)]
    [InlineData(3000, 3000, 100)]
    [InlineData(1, 8, null)]
    [InlineData(5, 40, 13)]
    public void A_share_of_few_is_none_and_all_is_only_all(int part, int whole, int? percent) => Assert.Equal(percent, Funnel.Percent(part, whole));

    [Fact]
    public void A_first_answer_is_that_of_the_side_that_was_asked()
    {
        Assert.Equal([new FirstAnswer(PairingSide.Publisher, 2)], FirstAnswer.In(Course((PairingState.Interested, 0), (PairingState.Engaged, 2), (PairingState.Declined, 9))));
        Assert.Equal([new FirstAnswer(PairingSide.Company, 3)], FirstAnswer.In(Course((PairingState.Invited, 0), (PairingState.Declined, 3))));
        Assert.Equal([new FirstAnswer(PairingSide.Publisher, null)], FirstAnswer.In(Course((PairingState.Interested, 0), (PairingState.Lapsed, 8))));
        Assert.Equal([new FirstAnswer(PairingSide.Company, 1), new FirstAnswer(PairingSide.Publisher, 4)],
            FirstAnswer.In(Course((PairingState.Proposed, 0), (PairingState.Interested, 1), (PairingState.Engaged, 5))));
        Assert.Empty(FirstAnswer.In(Course((PairingState.Interested, 0), (PairingState.Withdrawn, 1))));
        Assert.Empty(FirstAnswer.In(Course((PairingState.Interested, 0))));
    }

    private static PairingStep[] Course(params (PairingState State, int Day)[] steps) => [.. steps.Select(s => new PairingStep(s.State, Pairs.Monday.AddDays(s.Day)))];
}
