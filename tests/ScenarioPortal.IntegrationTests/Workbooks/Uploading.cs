using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Web.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>An editor of an organisation who uploads lists.</summary>
internal sealed class Uploading(PortalHost portal, Organisation organisation, Account editor, HttpClient browser)
{
    public const string Page = "/workspace/workbooks";

    public Organisation Organisation => organisation;

    public Account Editor => editor;

    public HttpClient Browser => browser;

    public static async Task<Uploading> BeginAsync(PortalHost portal, OrganisationKind kind = OrganisationKind.Government, string name = "示范市民政局", string? region = "110101")
    {
        var organisation = new Organisation(name, kind);
        organisation.Complete(new OrganisationDetails { RegionCode = region });
        var editor = portal.NewAccount($"editor-{Guid.CreateVersion7():N}");
        await portal.SaveAsync(organisation, editor, new Membership(organisation.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return new Uploading(portal, organisation, editor, await portal.SignedInAsync(editor));
    }

    public async Task<HttpResponseMessage> SendAsync(byte[] content, string name = "清单.xlsx")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenAsync(Page)), "__RequestVerificationToken" },
            { new StringContent($"{organisation.Id}"), "Organisation" }
        };
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "Workbook", name);
        return await browser.PostAsync(Page, form, TestContext.Current.CancellationToken);
    }

    /// <summary>Uploads, and lets the worker check.</summary>
    public async Task<WorkbookUpload> CheckedAsync(byte[] content, string name = "清单.xlsx")
    {
        var answer = await SendAsync(content, name);
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Redirect, await answer.ReadAsync());
        await WorkAsync();
        return await LatestAsync();
    }

    /// <summary>Says that the good rows are to be taken.</summary>
    public async Task TakeAsync(WorkbookUpload upload)
    {
        var page = $"{Page}/{upload.Id}";
        var answer = await browser.SubmitAsync(page, [new("Revision", $"{upload.Revision}")], $"{page}?handler=take");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Says so, and lets the worker take them.</summary>
    public async Task<WorkbookUpload> TakenAsync(WorkbookUpload upload)
    {
        await TakeAsync(upload);
        await WorkAsync();
        return await LatestAsync();
    }

    public Task<int> WorkAsync() => WorkAsync(TestContext.Current.CancellationToken);

    public Task<int> WorkAsync(CancellationToken cancellation) => portal.Services.GetRequiredService<WorkbookDesk>().WorkAsync(cancellation);

    public Task<WorkbookUpload> LatestAsync() => portal.ReadAsync(db => db.WorkbookUploads.OrderByDescending(u => u.Id).FirstAsync());

    public Task<byte[]> MarkedAsync(WorkbookUpload upload) => browser.GetByteArrayAsync($"{Page}/{upload.Id}/marked", TestContext.Current.CancellationToken);

    public Task<List<UploadedRow>> RowsAsync(WorkbookUpload upload, RowOutcome outcome) =>
        portal.ReadAsync(db => db.UploadedRows.Where(r => r.UploadId == upload.Id && r.Outcome == outcome).OrderBy(r => r.Position).ToListAsync());

    /// <summary>A real file of the demonstration city.</summary>
    public static byte[] Demonstration(string name) => File.ReadAllBytes(Path.Combine(Rights.Matrix.RepositoryRoot.Path, "data", "demo", name));

    /// <summary>Changes a workbook as a spreadsheet program does.</summary>
    public static byte[] Edited(byte[] workbook, Action<Sheet, WorksheetPart> edit)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var sheet in document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>())
            {
                edit(sheet, (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!));
            }
        }

        return file.ToArray();
    }
}
