using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>The whole market and its gaps, as a reviewer sees them over the demonstration lists.</summary>
public sealed class MarketPageTests(DemonstrationPortal portal, Chromium chromium, OpenVisits visits) : IClassFixture<OpenVisits>
{
    private static readonly (string Name, string Address)[] Pages =
        [("market", Links.Market), ("market-capabilities", $"{Links.Market}?list=capabilities"), ("gaps", Links.Gaps), ("gaps-list", $"{Links.Gaps}?side=capabilities")];

    public static MatrixTheoryData<Language, Device> Views { get; } = new(Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task They_are_whole_fit_the_screen_speak_one_language_and_are_open_to_everyone_who_may(Language language, Device device)
    {
        var visitor = new Visitor { Language = language, Device = device };
        var visit = await visits.OfAsync(visitor, chromium, portal);
        await portal.SignInAsync(visit, StaffRole.Reviewer);

        foreach (var (name, address) in Pages)
        {
            await visit.Page.GotoAsync(address);

            await visit.Page.KeepPictureAsync($"{name}-{(language is Language.Chinese ? "zh" : "en")}-{(device is Device.Phone ? "phone" : "desktop")}");
            Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
            await visit.ShouldBeFlawlessAsync(visitor);
        }
    }
}
