using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.Organisations;
using SkiaSharp;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>An editor with a draft, who attaches files to it, and the reviewer of the region.</summary>
internal sealed class Attaching(PortalHost portal, Organisation organisation, Account editor, HttpClient browser, HttpClient reviewer, Guid copy)
{
    public Organisation Organisation => organisation;

    public Account Editor => editor;

    public HttpClient Browser => browser;

    public HttpClient Reviewer => reviewer;

    public Guid Copy => copy;

    public string Page => $"/workspace/writing/{copy}/files";

    public string Check => $"/workspace/writing/{copy}/check";

    public static async Task<Attaching> BeginAsync(PortalHost portal, ListKind kind = ListKind.Opportunities)
    {
        var isNeed = kind is ListKind.Opportunities;
        var organisation = new Organisation(isNeed ? "示范市民政局" : "安栖感知科技有限公司", isNeed ? OrganisationKind.Government : OrganisationKind.Company);
        organisation.Complete(new OrganisationDetails { RegionCode = "110101" });
        var editor = portal.NewAccount("editor");
        var now = portal.Clock.GetUtcNow();
        var copy = new WorkingCopy(kind, organisation.Id, editor.Id, now, new Dictionary<string, string> { ["Title"] = "夜间巡查", ["Description"] = "夜里没人巡查，漏报多。" });
        await portal.SaveAsync(organisation, editor, new Membership(organisation.Id, editor.Id, MemberRole.Editor, now), copy);
        var reviewer = await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000");
        return new Attaching(portal, organisation, editor, await portal.SignedInAsync(editor), await portal.SignedInAsync(reviewer), copy.Id);
    }

    public async Task<HttpResponseMessage> SendAsync(params (string Name, byte[] Content)[] files) => await SendAsync(await browser.TokenAsync(Page), [], files);

    /// <summary>Sends the form; names of files as browsers that know every character send them.</summary>
    public async Task<HttpResponseMessage> SendAsync(string token, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Chosen\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            form.Add(file);
        }

        return await browser.PostAsync(Page, form, TestContext.Current.CancellationToken);
    }

    public async Task<Attachment> AttachedAsync(string name, byte[] content)
    {
        var answer = await SendAsync((name, content));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.ReadAsync());
        return await portal.ReadAsync(db => db.Attachments.OrderByDescending(a => a.Id).FirstAsync());
    }

    public async Task<HttpResponseMessage> RemoveAsync(Guid attachment) => await SendAsync(await browser.TokenAsync("/workspace"), [("remove", $"{attachment}")]);

    /// <summary>Hands in, and gives what the reviewer gets.</summary>
    public async Task<Submission> HandedInAsync()
    {
        var revision = await portal.ReadAsync(db => db.WorkingCopies.Where(c => c.Id == copy).Select(c => c.Revision).SingleAsync());
        var answer = await browser.SubmitAsync(Check, [new("Revision", $"{revision}")]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.ReadAsync());
        return await portal.ReadAsync(db => db.Submissions.OrderByDescending(s => s.Number).FirstAsync());
    }

    public async Task DecideAsync(Submission submission, string verdict, string? remark = null)
    {
        var address = $"/review/submissions/{submission.Id}";
        var answer = await reviewer.SubmitAsync(address, [new("Input.Revision", $"{submission.Revision}"), new("Input.Remarks[Attachments]", remark ?? "")], $"{address}?handler={verdict}");
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.ReadAsync());
    }

    public static async Task<HttpStatusCode> StatusForAsync(HttpClient somebody, Guid attachment) => (await somebody.GetAsync($"/attachments/{attachment}", TestContext.Current.CancellationToken)).StatusCode;

    public static byte[] Picture(int width = 60, int height = 40, byte shade = 200)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(shade, 120, 40));
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    public static byte[] Pdf(string text) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj <</Type /Catalog /T ({text})>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
}
