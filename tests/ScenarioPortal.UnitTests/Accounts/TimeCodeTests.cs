using System.Text;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.UnitTests.Accounts;

public sealed class TimeCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

    /// <summary>The test values of RFC 6238, cut to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TimeCode.At(Secret, TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off_and_no_more(int steps, bool taken) =>
        Assert.Equal(taken, TimeCode.StepOf(Secret, TimeCode.At(Secret, TimeCode.StepAt(Now) + steps), Now, lastStep: null) is not null);

    [Fact]
    public void A_step_that_was_used_and_those_before_it_are_used_up()
    {
        var step = TimeCode.StepAt(Now);

        Assert.Null(TimeCode.StepOf(Secret, TimeCode.At(Secret, step), Now, step));
        Assert.Null(TimeCode.StepOf(Secret, TimeCode.At(Secret, step - 1), Now, step));
        Assert.Equal(step + 1, TimeCode.StepOf(Secret, TimeCode.At(Secret, step + 1), Now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5924")]
    [InlineData("00592")]
    [InlineData("0059240")]
    [InlineData("００５９２４")]
    public void Anything_else_is_no_code(string typed) => Assert.Null(TimeCode.StepOf(Secret, typed, Now, lastStep: null));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_standard(string text, string encoded) => Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
}
