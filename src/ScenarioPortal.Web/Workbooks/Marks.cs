using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Writing.Lists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>What was refused, as marks for the workbook that goes back.</summary>
internal static class Marks
{
    extension(IStringLocalizer<Texts> L)
    {
        public IReadOnlyList<SheetMarks> MarksOf(WorkbookUpload upload, IEnumerable<UploadedRow> refused)
        {
            var rows = refused.ToLookup(r => r.Sheet);
            return
            [
                .. from sheet in upload.Sheets
                   where rows.Contains(sheet.Name)
                   select new SheetMarks
                   {
                       Sheet = sheet.Name,
                       HeaderRow = sheet.HeaderRow ?? 0,
                       ReasonColumn = sheet.Columns.LastOrDefault(c => c.Header == MarkedWorkbook.ReasonHeading)?.Letter,
                       Rows = rows[sheet.Name].DistinctBy(r => r.Row).ToDictionary(r => r.Row, L.MarkOf)
                   }
            ];
        }

        private RowMark MarkOf(UploadedRow row) => new(
            [.. row.Faults.Select(f => f.Letter).OfType<string>()],
            string.Join('\n', row.Faults.Select(f => f.Header is { } header ? L["{0}：{1}", header, L.Say(f.Reason)].Value : L.Say(f.Reason))));
    }
}
