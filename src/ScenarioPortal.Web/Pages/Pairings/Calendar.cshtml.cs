using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>An hour that was accepted, for a calendar; called off, it is taken out there when it is opened again.</summary>
internal sealed class CalendarModel(PortalDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid meeting, CancellationToken cancellation)
    {
        if (await db.PairingMeetings.AsNoTracking().VisibleTo(HttpContext.Person, db)
            .SingleOrDefaultAsync(m => m.Id == meeting && m.PairingId == id && m.IsInCalendars, cancellation) is not { } accepted)
        {
            return NotFound();
        }

        var about = await db.Pairings.Where(p => p.Id == id).Select(p => $"{p.Number} {p.NeedTitle}").SingleAsync(cancellation);
        Response.Headers.CacheControl = "private, no-cache";
        var text = MeetingCalendar.Of(accepted, about, new Uri($"{Request.Scheme}://{Request.Host}{Links.PairingMeeting(id, meeting)}"));
        return new FileContentResult(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8") { FileDownloadName = string.Create(CultureInfo.InvariantCulture, $"{accepted.StartsAt.InShanghai():yyyyMMdd-HHmm}.ics") };
    }
}
