using Microsoft.Extensions.Options;
using ScenarioPortal.UnitTests.Localisation;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using Xunit;

namespace ScenarioPortal.UnitTests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly CommonPasswords Common = new(new PortalPaths { Own = "", Shipped = Path.Combine(Repository.Root, "data") });
    private static readonly PasswordRules Rules = new(Common, Options.Create(new SiteOptions { Name = "云桥供应网", NameEnglish = "Yunqiao Exchange" }), new PortalLocalizer());
    private static readonly PasswordContext Company = new() { Profile = PasswordProfile.Company, OwnWords = [.. PasswordContext.WordsOf("林晓", "linxiao@example.cn"), "听澜语音科技"] };
    private static readonly PasswordContext CompanyWithSecondFactor = Company with { HasSecondFactor = true };
    private static readonly PasswordContext Staff = Company with { Profile = PasswordProfile.Staff };

    [Theory]
    [InlineData("twentylowercaselette")]
    [InlineData("雨后的山路很滑要慢慢走才不会摔")]
    [InlineData("k7Qw!z9Lm#2xPv5")]
    public void Long_ones_are_taken_without_any_classes(string password) => Assert.Null(Rules.RefusalOf(password, Company));

    [Theory]
    [InlineData("k7Qwxz9Lm2xPv5", "至少 15")]
    [InlineData("k7Q", "至少 15")]
    public void A_single_factor_wants_fifteen(string password, string said) => Assert.Contains(said, Rules.RefusalOf(password, Company), StringComparison.Ordinal);

    [Theory]
    [InlineData("k7Qwxz9", false)]
    [InlineData("k7Qwxz9L", true)]
    public void Beside_a_second_factor_eight_are_enough(string password, bool taken) => Assert.Equal(taken, Rules.RefusalOf(password, CompanyWithSecondFactor) is null);

    [Theory]
    [InlineData("k7Qwxz9Lm2x", false)]
    [InlineData("k7Qwxz9Lm2xP", true)]
    [InlineData("kqwxzlmxpvbn", false)]
    [InlineData("kqwxzlm2xpvbn", false)]
    [InlineData("kqwxzlm2!xpvbn", true)]
    [InlineData("kqwxzlmxpvbnkqwxzlmx", true)]
    public void Staff_want_twelve_of_three_kinds_or_twenty(string password, bool taken) => Assert.Equal(taken, Rules.RefusalOf(password, Staff) is null);

    [Fact]
    public void Each_common_password_that_is_long_enough_is_refused()
    {
        var common = File.ReadLines(Path.Combine(Repository.Root, "data", "common-passwords.csv")).Where(l => !l.StartsWith("# ", StringComparison.Ordinal)).ToArray();

        Assert.True(common.Length > 3000);
        Assert.DoesNotContain(common, p => Rules.RefusalOf(p, CompanyWithSecondFactor) is null);
        Assert.DoesNotContain(common, p => Rules.RefusalOf($"{p.ToUpperInvariant()}2026!", CompanyWithSecondFactor) is null);
    }

    [Theory]
    [InlineData("喜欢政务大厅门口的银杏树叶子黄")]
    [InlineData("my-ScenarioPortal-secret-77")]
    [InlineData("xuqiu-qingdan-guanli-88")]
    [InlineData("hello-linxiao-good-day")]
    [InlineData("今天林晓又忘了带伞出门去买菜了")]
    [InlineData("听澜语音科技的门口有两只猫在睡觉")]
    [InlineData("云桥供应网是我常来看的一个好网站")]
    [InlineData("on-yunqiao exchange-we-meet")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    public void Names_of_the_place_and_the_person_are_refused(string password) => Assert.NotNull(Rules.RefusalOf(password, Company));

    [Fact]
    public void Up_to_128_characters_are_taken()
    {
        var longest = string.Concat(Enumerable.Range(0, PasswordRules.MaxLength).Select(i => (char)('a' + (i * 7 % 26))));

        Assert.Null(Rules.RefusalOf(longest, Company));
        Assert.NotNull(Rules.RefusalOf(longest + "x", Company));
    }
}
