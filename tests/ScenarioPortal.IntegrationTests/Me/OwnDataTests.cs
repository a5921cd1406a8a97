using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>What a person sees, takes away and corrects of what is kept about them.</summary>
public sealed class OwnDataTests(PortalDatabase database)
{
    [Fact]
    public async Task The_export_has_everything_personal_that_the_inventory_lists_and_no_secret()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var browser = await portal.SignedInAsync(account);
        await OwnRecords.FillAsync(portal, account);

        var answer = await browser.FillAsync("/me/data", [], "/me/data/file");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var json = await JsonDocument.ParseAsync(archive.GetEntry(OwnDataFile.Json)!.Open());
        var exported = json.RootElement.EnumerateObject().SelectMany(k => k.Value[0].EnumerateObject().Select(p => $"{k.Name}.{p.Name}")).ToHashSet();
        var lines = await portal.Services.GetRequiredService<DataInventory>().ReadAsync();
        var personal = lines.Where(l => l.Class is DataClass.Personal && OwnData.Kinds.Contains(l.Entity)).Select(l => $"{l.Entity}.{l.Property}");
        Assert.Empty(personal.Except([.. exported, "StoredFile.Content"]));
        Assert.All(lines.Where(l => l.Class is DataClass.Secret), l => Assert.DoesNotContain($"{l.Entity}.{l.Property}", exported));
        Assert.Equal(OwnData.Kinds.Count, json.RootElement.EnumerateObject().Count());
        Assert.Equal(OwnData.Kinds.Count + 1, archive.Entries.Select(e => e.FullName).Distinct().Count());
        var sessions = await new StreamReader(archive.GetEntry("登录的设备.csv")!.Open()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=cmd|' /C calc'!A0\"", sessions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reads_on_one_page_what_is_kept_and_no_secret()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var browser = await portal.SignedInAsync(account);
        await OwnRecords.FillAsync(portal, account);

        var page = await (await browser.GetAsync("/me/data")).Content.ReadAsStringAsync();

        string[] told = ["lin@example.cn", "203.0.113.9", "书房", "岚泊器械检测有限公司", "lin@example.cn 是我", "licence.pdf", "重设密码", "test.note"];
        Assert.All(told, t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.DoesNotContain(account.PasswordHash!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('b', 64), page, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-in/reset/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_corrects_name_or_telephone_corrects_it_where_they_are_the_contact_too()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        var contact = new OrganisationContact(company.Id, "lin", "0000-7703325", account.Email);
        contact.Show(agreed: true, portal.Clock.GetUtcNow());
        await portal.SaveAsync(company, contact);
        var (browser, stranger) = (await portal.SignedInAsync(account), await portal.SignedInAsync(await portal.AccountAsync("wang")));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.FillAsync("/me/data", [("Input.Name", "")], "/me/data?handler=Name")).StatusCode);
        Assert.Equal("302 /me/data", (await browser.FillAsync("/me/data", [("Input.Name", "林知远")], "/me/data?handler=Name")).WhereTo);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.FillAsync($"/me/data/phone/{company.Id}", ("Input.Phone", "x"))).StatusCode);
        Assert.Equal("302 /me/data", (await browser.FillAsync($"/me/data/phone/{company.Id}", ("Input.Phone", "0000-7703326"))).WhereTo);

        var now = await portal.ReadAsync(db => db.OrganisationContacts.SingleAsync());
        Assert.Equal(("林知远", "0000-7703326", true), (now.Name, now.Phone, now.ShownSince is not null));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"/me/data/phone/{company.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/me/data/phone/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task A_reader_who_takes_the_name_of_the_contact_is_not_the_contact()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        await portal.SaveAsync(company, new OrganisationContact(company.Id, "lin", "0000-7703325", null), new Membership(company.Id, account.Id, MemberRole.Reader, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(account);

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/me/data/phone/{company.Id}"));
        await browser.FillAsync("/me/erase", ("Input.Understood", "true"));

        Assert.Equal(1, await portal.ReadAsync(db => db.OrganisationContacts.CountAsync()));
    }
}
