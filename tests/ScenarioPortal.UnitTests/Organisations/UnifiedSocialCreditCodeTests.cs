using CsCheck;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.UnitTests.Organisations;

public sealed class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("914403001922038216")]
    [InlineData("9144030071526726XG")]
    [InlineData("91330100799655058B")]
    [InlineData(" 91330100799655058b ")]
    public void A_real_code_is_taken_however_it_was_typed(string typed) =>
        Assert.Equal(typed.Trim().ToUpperInvariant(), new UnifiedSocialCreditCode(typed).Value);

    [Theory]
    [InlineData("")]
    [InlineData("91440300192203821")]
    [InlineData("9144030019220382166")]
    [InlineData("91440300192203821O")]
    [InlineData("９１４４０３００１９２２０３８２１６")]
    public void Anything_but_eighteen_of_its_characters_is_refused(string typed)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(typed, out _));
        Assert.Contains("18 位", Assert.Throws<RuleBrokenException>(() => new UnifiedSocialCreditCode(typed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_character_is_always_noticed() => Gen.Select(Gen.OneOfConst("914403001922038216", "9144030071526726XG", "91330100799655058B"), Gen.Int[0, 17], Gen.OneOfConst(Alphabet.ToCharArray()))
        .Where(t => t.Item1[t.Item2] != t.Item3)
        .Sample((code, position, other) => !UnifiedSocialCreditCode.TryParse($"{code[..position]}{other}{code[(position + 1)..]}", out _));

    [Fact]
    public void The_organisation_code_inside_must_hold_by_itself()
    {
        // Characters 9–17 of a valid code with the last of them changed, and the outer check made right again.
        const string InnerBroken = "914403001922038203";

        Assert.Contains("校验位不符", Assert.Throws<RuleBrokenException>(() => new UnifiedSocialCreditCode(InnerBroken)).Message, StringComparison.Ordinal);
    }
}
