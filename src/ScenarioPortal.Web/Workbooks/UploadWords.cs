using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>An upload in the terms of those who read its file and of the trail.</summary>
internal static class UploadWords
{
    extension(WorkbookUpload upload)
    {
        /// <summary>What people decided about its columns.</summary>
        public SheetMapping ToMapping() => new(upload.Fields
            .Select(f => (Header: f.Key, Known: Enum.TryParse<SheetField>(f.Value, out var field), Field: field))
            .Where(f => f.Known).ToDictionary(f => f.Header, f => f.Field));

        public Act ToAct(string action, object? detail = null) =>
            new() { Action = action, Organisation = upload.OrganisationId, SubjectKind = nameof(WorkbookUpload), Subject = upload.Id, Detail = detail };
    }
}
