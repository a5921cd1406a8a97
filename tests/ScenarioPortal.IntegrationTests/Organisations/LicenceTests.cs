using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>The licence is handed in by the company and seen by its reviewers, and by nobody else.</summary>
public sealed class LicenceTests(PortalDatabase database)
{
    /// <summary>One grey pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_licence_is_stored_submitted_and_given_out_only_to_be_saved()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var owner = await portal.SignedInAsync(company.Owner);

        var answer = await UploadAsync(owner, company, "..\\..\\营业执照.png", Pixel);

        Assert.Equal(company.Address, answer.Headers.Location?.OriginalString);
        Assert.NotNull((await portal.ReadAsync(db => db.Organisations.SingleAsync())).SubmittedAt);
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var file = await reviewer.GetAsync($"{company.Address}/licence/file");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("营业执照.png", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("sandbox", string.Join(' ', file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(Pixel, await file.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Strangers_and_other_regions_find_no_licence()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        await portal.SaveAsync(Stored(company));
        var stranger = portal.NewAccount("stranger");
        await portal.SaveAsync(stranger);

        foreach (var account in new[] { stranger, await portal.StaffAsync("elsewhere", StaffRole.Reviewer, "310000"), await portal.StaffAsync("system", StaffRole.SystemAdministrator) })
        {
            var browser = await portal.SignedInAsync(account);
            foreach (var page in (string[])["/licence/file", "/licence", "/edit", "/members", "/mandates"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(company.Address + page)).StatusCode);
            }
        }

        var reader = await portal.SignedInAsync(await company.AddAsync(portal, "reader", MemberRole.Reader));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{company.Address}/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{company.Address}/licence/file")).StatusCode);
    }

    [Fact]
    public async Task What_is_no_licence_is_explained_at_its_field()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var owner = await portal.SignedInAsync(company.Owner);

        var script = await UploadAsync(owner, company, "licence.pdf", "<script>alert(1)</script>"u8.ToArray());
        var large = await UploadAsync(owner, company, "licence.png", new byte[6 << 20]);
        var nothing = await owner.SubmitAsync($"{company.Address}/licence", []);

        foreach (var (answer, reason) in new[] { (script, "请上传 PDF、PNG 或 JPG 文件"), (large, "文件有 6 MB，太大了"), (nothing, "请选择营业执照的照片或扫描件") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.Contains("id=\"Licence-error\"", page, StringComparison.Ordinal);
            Assert.Contains(reason, page, StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.StoredFiles.CountAsync()));
        Assert.Null((await portal.ReadAsync(db => db.Organisations.SingleAsync())).SubmittedAt);
    }

    internal static StoredFile Stored(Company company) => new()
    {
        OrganisationId = company.Organisation.Id,
        Purpose = FilePurpose.Licence,
        Name = "licence.png",
        ContentType = "image/png",
        Size = Pixel.Length,
        Content = Pixel,
        UploadedAt = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
        UploadedBy = company.Owner.Id
    };

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, Company company, string name, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenAsync($"{company.Address}/licence")), "__RequestVerificationToken" },
            { file, "Licence", name }
        };
        return await browser.PostAsync($"{company.Address}/licence", form);
    }
}
