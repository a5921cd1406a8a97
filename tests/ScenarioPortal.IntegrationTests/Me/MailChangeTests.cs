using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>Another mail address for an account.</summary>
public sealed class MailChangeTests(PortalDatabase database)
{
    [Fact]
    public async Task A_mail_address_that_somebody_has_is_not_taken_and_whoever_asks_sees_no_difference()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var other = await portal.AccountAsync("wang");
        var browser = await portal.SignedInAsync(await portal.AccountAsync("lin"));

        Assert.Equal("302 /me/data", (await browser.FillAsync("/me/data", [("Input.Email", "WANG@example.cn")], "/me/data?handler=Mail")).WhereTo);

        Assert.Equal(0, await portal.ReadAsync(db => db.OneTimeLinks.CountAsync()));
        Assert.Equal(1, await portal.ReadAsync(db => db.Mail.CountAsync(m => m.To == "WANG@example.cn")));
        Assert.Equal("wang@example.cn", await portal.ReadAsync(db => db.Accounts.Where(a => a.Id == other.Id).Select(a => a.Email).SingleAsync()));
    }

    [Fact]
    public async Task A_new_mail_address_is_taken_once_a_link_proves_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (account, other) = (await portal.AccountAsync("lin"), await portal.AccountAsync("wang"));
        var (browser, stranger) = (await portal.SignedInAsync(account), await portal.SignedInAsync(other));

        await browser.FillAsync("/me/data", [("Input.Email", "new@example.cn")], "/me/data?handler=Mail");
        var letter = await portal.ReadAsync(db => db.Mail.AsNoTracking().SingleAsync(m => m.To == "new@example.cn"));
        var link = System.Text.RegularExpressions.Regex.Match(letter.Body, "/me/data/mail/[A-Za-z0-9_-]+").Value;
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(link));
        Assert.Equal("302 /me/data", (await browser.FillAsync(link)).WhereTo);

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
        Assert.Equal("new@example.cn", await portal.ReadAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.Email).SingleAsync()));
        Assert.True(await portal.ReadAsync(db => db.Mail.AnyAsync(m => m.To == account.Email)));
    }
}
