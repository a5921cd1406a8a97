using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Verification;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Certificates;

/// <summary>Whether a certificate is genuine, and what it says; for whoever has its code.</summary>
internal sealed class DetailsModel(PortalDbContext db, PortalAddress address) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    public VerificationCertificate? Found { get; private set; }

    /// <summary>Where it is checked.</summary>
    public string Address => address.Of(Links.Certificate(Found!.Code));

    public QrPicture Picture => QrPicture.Of(Address);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Found = CheckCode.Read(Code) is { } code ? await db.VerificationCertificates.WithCode(code).AsNoTracking().SingleOrDefaultAsync(cancellation) : null;
        return Found is null ? this.Again(StatusCodes.Status404NotFound) : Page();
    }
}
