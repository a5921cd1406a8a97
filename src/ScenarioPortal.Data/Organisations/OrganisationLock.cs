using Microsoft.EntityFrameworkCore;

namespace ScenarioPortal.Data.Organisations;

public static class OrganisationLock
{
    extension(PortalDbContext db)
    {
        /// <summary>
        /// Until the transaction ends nobody else changes who belongs to the organisation: counting its owners and acting on the count is one step.
        /// </summary>
        public Task LockMembersAsync(Guid organisationId, CancellationToken cancellation) =>
            db.Database.ExecuteSqlAsync($"SELECT 1 FROM organisations WHERE id = {organisationId} FOR NO KEY UPDATE", cancellation);
    }
}
