using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Workbooks;

namespace ScenarioPortal.Data.Workbooks;

public static class WorkbookUploadQueries
{
    extension(IQueryable<WorkbookUpload> uploads)
    {
        /// <summary>Of organisations in which the person has a seat.</summary>
        public IQueryable<WorkbookUpload> VisibleTo(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? uploads : uploads.Where(u => ids.Contains(u.OrganisationId));
        }

        public IQueryable<WorkbookUpload> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? uploads : uploads.Where(u => ids.Contains(u.OrganisationId));
        }

        /// <summary>Those that wait for work, or whose work broke off.</summary>
        public IQueryable<WorkbookUpload> Due() =>
            uploads.Where(u => u.State == UploadState.Waiting || u.State == UploadState.Checking || u.State == UploadState.Taking);
    }
}
