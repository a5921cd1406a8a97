using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Whoever's session ends while they write loses nothing, and nobody else sees it.</summary>
public sealed class SessionOverTests(PortalDatabase database)
{
    private const string Typed = "夜里没人巡查，写了半个小时。";
    private const string NotSaved = "您的登录已过期，下面是您刚才填写的内容，尚未保存。";
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    [Fact]
    public async Task What_was_typed_stands_in_the_form_again_after_both_factors_and_is_saved_only_when_sent()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, _, copy) = await WritersAsync(portal);
        using var browser = await LeftBehindAsync(portal, writer, copy);
        var sealedContent = (await portal.ReadAsync(db => db.KeptForms.SingleAsync())).Content;

        await browser.FollowAsync();
        Assert.Contains("您刚才填写的内容替您留着", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await SignInAsync(portal, browser, writer);

        Assert.EndsWith($"/workspace/writing/{copy.Id}/need", browser.Last.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(NotSaved, browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Typed, browser.Page.QuerySelector("[name='Texts[Description]']")!.TextContent.Trim());
        Assert.DoesNotContain("Description", (await CopyAsync(portal)).Texts.Keys);
        Assert.DoesNotContain(Typed, Encoding.UTF8.GetString(sealedContent), StringComparison.Ordinal);

        await browser.SendAsync(("Texts[Title]", "夜间巡查"), ("Texts[Description]", Typed));
        await browser.OpenAsync($"/workspace/writing/{copy.Id}/need");

        Assert.Equal(Typed, (await CopyAsync(portal)).Texts["Description"]);
        Assert.DoesNotContain(NotSaved, browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task A_colleague_who_signs_in_at_the_same_browser_does_not_see_it_and_takes_nothing_away()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, colleague, copy) = await WritersAsync(portal);
        using var browser = await LeftBehindAsync(portal, writer, copy);
        await browser.FollowAsync();

        await SignInAsync(portal, browser, colleague);

        Assert.NotNull(browser.Page.QuerySelector("[name='Texts[Description]']"));
        Assert.DoesNotContain(Typed, browser.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(NotSaved, browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(writer.Id, (await portal.ReadAsync(db => db.KeptForms.SingleAsync())).AccountId);
    }

    [Fact]
    public async Task It_is_kept_for_half_an_hour()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, _, copy) = await WritersAsync(portal);
        using var browser = await LeftBehindAsync(portal, writer, copy);

        portal.Clock.Advance(KeptForms.Kept + TimeSpan.FromSeconds(1));
        await browser.FollowAsync();
        await SignInAsync(portal, browser, writer);

        Assert.NotNull(browser.Page.QuerySelector("[name='Texts[Description]']"));
        Assert.DoesNotContain(Typed, browser.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_still_to_give_the_second_factor_loses_nothing_either()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, _, copy) = await WritersAsync(portal);
        using var browser = await BegunAsync(portal, writer, copy);
        await portal.ReadAsync(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.Factors, Factors.Password)));

        await browser.SendAsync(("Texts[Title]", "夜间巡查"), ("Texts[Description]", Typed));
        await browser.FollowAsync();
        await browser.SendAsync(("Input.Code", portal.CodeOf(Secret)));
        await browser.FollowAsync();

        Assert.Equal(Typed, browser.Page.QuerySelector("[name='Texts[Description]']")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task A_form_that_does_not_say_whose_it_is_is_not_kept(string writtenBy)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, _, copy) = await WritersAsync(portal);
        using var browser = await BegunAsync(portal, writer, copy);
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());

        await browser.SendAsync(("Texts[Description]", Typed), (KeptForms.WriterField, writtenBy));

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.Equal(0, await portal.ReadAsync(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task What_somebody_sends_after_another_has_signed_in_beside_waits_for_its_writer()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, colleague, copy) = await WritersAsync(portal);
        using var browser = await BegunAsync(portal, writer, copy);
        var form = browser.Page;
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());
        await browser.OpenAsync("/sign-in");
        await SignInAsync(portal, browser, colleague);

        await browser.SendToAsync($"/workspace/writing/{copy.Id}/need", form.QuerySelectorAll("#writing input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(new("Texts[Description]", Typed)));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(writer.Id, (await portal.ReadAsync(db => db.KeptForms.SingleAsync())).AccountId);
        Assert.Empty((await CopyAsync(portal)).Texts);
    }

    [Fact]
    public async Task Keeping_in_the_background_is_told_that_the_session_is_over()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (writer, _, copy) = await WritersAsync(portal);
        using var browser = await BegunAsync(portal, writer, copy);
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());

        await browser.SendToAsync($"/workspace/writing/{copy.Id}/need?handler=keep", [new("Texts[Description]", Typed)]);

        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        Assert.Equal(0, await portal.ReadAsync(db => db.KeptForms.CountAsync()));
    }

    private static async Task<FormBrowser> LeftBehindAsync(PortalHost portal, Account writer, WorkingCopy copy)
    {
        var browser = await BegunAsync(portal, writer, copy);
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());
        await browser.SendAsync(("Texts[Title]", "夜间巡查"), ("Texts[Description]", Typed));
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString($"/workspace/writing/{copy.Id}/need")}", browser.Location);
        return browser;
    }

    private static async Task<FormBrowser> BegunAsync(PortalHost portal, Account writer, WorkingCopy copy)
    {
        var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        await SignInAsync(portal, browser, writer);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        return await browser.OpenAsync($"/workspace/writing/{copy.Id}/need");
    }

    private static async Task SignInAsync(PortalHost portal, FormBrowser browser, Account account)
    {
        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", Members.Password));
        await browser.FollowAsync();
        await browser.SendAsync(("Input.Code", portal.CodeOf(Secret)));
        await browser.FollowAsync();
    }

    private static Task<WorkingCopy> CopyAsync(PortalHost portal) => portal.ReadAsync(db => db.WorkingCopies.SingleAsync());

    private static async Task<(Account Writer, Account Colleague, WorkingCopy Copy)> WritersAsync(PortalHost portal)
    {
        var now = portal.Clock.GetUtcNow();
        var (writer, colleague) = (await portal.MemberAsync("writer", secret: Secret), await portal.MemberAsync("colleague", secret: Secret));
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var copy = new WorkingCopy(ListKind.Opportunities, unit.Id, writer.Id, now);
        await portal.SaveAsync(unit);
        await portal.SaveAsync([copy, .. new[] { writer, colleague }.SelectMany(a => (object[])[
            new Membership(unit.Id, a.Id, MemberRole.Editor, now),
            new Consent { AccountId = a.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now }])]);
        return (writer, colleague, copy);
    }
}
