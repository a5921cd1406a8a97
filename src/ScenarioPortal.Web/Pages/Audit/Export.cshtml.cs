using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Exchange.Writing;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Audit;

/// <summary>What a search in the audit trail finds, as a CSV file; written as it is read. That it was taken is noted first.</summary>
internal sealed class ExportModel(PortalDbContext db, AuditTrail trail, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    /// <summary>More than a spreadsheet holds: who needs all of it asks for one span of time after another.</summary>
    public const int MostRows = 1_000_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public TrailFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        trail.Note(db, new Act { Action = "audit.export", Detail = new { by = Filter.Names() } });
        await db.SaveChangesAsync(cancellation);

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=audit-{time.GetUtcNow().InShanghai():yyyyMMdd-HHmm}.csv");
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteAsync(CsvLine.Of(
            L["序号"], L["时间"], L["谁"], L["代表单位"], L["代办方"], L["来自"], L["动作"], L["对象"], L["对象编号"], L["结果"], L["请求编号"], L["细节"], L["哈希"]));
        await foreach (var row in TrailRow.From(Filter.Of(db), db).Take(MostRows).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await file.WriteAsync(LineOf(row));
        }

        return new EmptyResult();
    }

    private static string LineOf(TrailRow row) => CsvLine.Of(
        row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.InShanghai().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture), row.Actor,
        row.Organisation, row.Through, row.Address, row.Action, row.SubjectKind, row.SubjectId?.ToString(), row.Result.ToString(), row.Request, row.Detail, row.Hash);
}
