using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class RecentTests
{
    private readonly Recent<object, object> _recent = new(10);
    private int _made;

    [Fact]
    public void What_is_asked_for_again_is_worked_out_once()
    {
        var keys = Enumerable.Range(0, 5).Select(_ => new object()).ToArray();

        var first = Array.ConvertAll(keys, Ask);

        Assert.Equal(first, Array.ConvertAll(keys, Ask));
        Assert.Equal(5, _made);
    }

    [Fact]
    public void What_is_asked_for_all_the_time_stays_and_what_is_not_goes()
    {
        var (often, once) = (new object(), new object());
        var (kept, gone) = (Ask(often), Ask(once));
        for (var i = 0; i < 100; i++)
        {
            Ask(new object());
            Assert.Same(kept, Ask(often));
        }

        Assert.NotSame(gone, Ask(once));
    }

    [Fact]
    public void Things_that_are_equal_are_not_the_same()
    {
        Assert.NotSame(Ask(new string('a', 2)), Ask(new string('a', 2)));
    }

    private object Ask(object key) => _recent.Of(key, _ =>
    {
        _made++;
        return new object();
    });
}
