using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Opens the inside of an organisation: absent and foreign look the same, and what the person's seat does not allow is refused.</summary>
internal static class OrganisationDoor
{
    extension(PortalDbContext db)
    {
        /// <summary>The organisation, or the answer that stands in its place.</summary>
        public async Task<(Organisation? Organisation, IActionResult? Refusal)> OpenAsync(Person person, Guid id, Func<Person, bool> may, CancellationToken cancellation)
        {
            var organisation = await db.Organisations.ReadableBy(person).SingleOrDefaultAsync(o => o.Id == id, cancellation);
            return organisation is null ? (null, new NotFoundResult())
                : may(person) || person.LeavesItToTheDatabase ? (organisation, null)
                : (null, new ForbidResult());
        }
    }

    extension(Person person)
    {
        /// <summary>Has a place there of their own, not through an operator.</summary>
        public bool BelongsTo(Guid organisationId) => person.Seats.Any(s => s.OrganisationId == organisationId && s.ThroughOperatorId is null);
    }
}
