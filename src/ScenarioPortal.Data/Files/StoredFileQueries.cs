namespace ScenarioPortal.Data.Files;

public static class StoredFileQueries
{
    extension(IQueryable<StoredFile> files)
    {
        /// <summary>The business licence of an organisation.</summary>
        public IQueryable<StoredFile> Licences(Guid organisationId) => files.Where(f => f.OrganisationId == organisationId && f.Purpose == FilePurpose.Licence);
    }
}
