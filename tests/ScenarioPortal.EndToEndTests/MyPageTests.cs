using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What a person sees of their own data, and what they are asked to agree to.</summary>
public sealed class MyPageTests(DemonstrationPortal portal, Chromium chromium, OpenVisits visits) : IClassFixture<OpenVisits>
{
    private static readonly Dictionary<string, (Func<string> Address, bool AgreedEarlier)> Ways = new()
    {
        ["my-data"] = (() => Links.MyData, false),
        ["my-phone"] = (() => MyPlaces.Phone, false),
        ["my-mail"] = (() => MyPlaces.MailProof, false),
        ["erase"] = (() => Links.Erase, false),
        ["erase-only-owner"] = (() => Links.Erase, true),
        ["consent"] = (() => Links.MySessions, true)
    };

    public static MatrixTheoryData<string, Language, Device> Views { get; } = new(Ways.Keys, Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_about_ones_own_data_is_whole_and_open_to_everyone_whose_it_is(string name, Language language, Device device)
    {
        var visitor = new Visitor { Language = language, Device = device };
        var visit = await visits.OfAsync(visitor, chromium, portal);
        var (address, agreedEarlier) = Ways[name];
        await MyPlaces.SignInAsync(visit, portal.Address, agreedEarlier);

        await visit.Page.GotoAsync(address());
        await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");

        await visit.Page.KeepPictureAsync(PageTests.Picture(name, visitor));
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await visit.ShouldBeFlawlessAsync(visitor);
    }

    [Fact]
    public async Task They_are_kept_as_pictures_in_the_dark()
    {
        var visitor = new Visitor { Colours = Colours.Dark };
        await using var visit = await chromium.VisitAsync(portal, visitor);
        await MyPlaces.SignInAsync(visit, portal.Address, agreedEarlier: false);

        foreach (var (name, address) in new[] { ("my-data", Links.MyData), ("erase", Links.Erase), ("privacy", Links.Privacy) })
        {
            await visit.Page.GotoAsync(address);
            await visit.Page.KeepPictureAsync(PageTests.Picture(name, visitor));
        }

        Assert.Equal("rgb(232, 236, 243)", await visit.Page.Locator("body").EvaluateAsync<string>("b => getComputedStyle(b).color"));
    }
}
