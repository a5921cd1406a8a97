using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>工作台: what waits for this person, then what they are writing, then what their organisations have on the lists.</summary>
internal sealed class IndexModel(PortalDbContext db, WorkspaceReader workspace, BeginWriting writing, ProfileTexts profile, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public Person Person => HttpContext.Person;

    /// <summary>For whom this person may begin something: one seat for each organisation.</summary>
    public IReadOnlyList<Seat> Writers => [.. Person.Seats.Where(s => s.Role >= MemberRole.Editor).DistinctBy(s => s.OrganisationId)];

    /// <summary>Questions that this person may answer, the most urgent first.</summary>
    public IReadOnlyList<WorkspaceReader.Asked> Questions { get; private set; } = [];

    /// <summary>Capabilities whose organisation is asked whether they are still current.</summary>
    public IReadOnlyList<Confirmation> Confirmations { get; private set; } = [];

    /// <summary>Pairings in which the other side waits for an answer.</summary>
    public IReadOnlyList<WorkspaceReader.Waited> Pairings { get; private set; } = [];

    /// <summary>Hours that are ahead, the next first.</summary>
    public IReadOnlyList<WorkspaceReader.Meeting> Meetings { get; private set; } = [];

    public IEnumerable<WorkspaceReader.Meeting> OwedMeetings => Meetings.Where(m => m.IsOwed);

    /// <summary>What has a day by which it is to be done, the most urgent first.</summary>
    public IEnumerable<object> Due => Questions.Select(q => (q.DueAt, Item: (object)q)).Concat(Pairings.Select(p => (p.DueAt, Item: (object)p))).Concat(Confirmations.Select(c => (c.DueAt, Item: (object)c))).Concat(OwedMeetings.Select(m => (DueAt: m.StartsAt, Item: (object)m))).OrderBy(d => d.DueAt).Select(d => d.Item);

    /// <summary>Capabilities with a certificate that ends soon.</summary>
    public IReadOnlyList<EndingCertificate> Ending { get; private set; } = [];

    public int Todo => Returned.Count + Questions.Count + Pairings.Count + Confirmations.Count + Ending.Count + OwedMeetings.Count() + Cases.Count;

    /// <summary>Cases that an expert was asked to judge and that wait for them.</summary>
    public IReadOnlyList<AwaitedCase> Cases { get; private set; } = [];

    public IReadOnlyList<WorkspaceReader.Written> Returned { get; private set; } = [];

    public IReadOnlyList<WorkspaceReader.Written> Drafts { get; private set; } = [];

    public IReadOnlyList<WorkspaceReader.Written> Waiting { get; private set; } = [];

    public IReadOnlyList<WorkspaceReader.Need> Needs { get; private set; } = [];

    public IReadOnlyList<WorkspaceReader.Offer> Offers { get; private set; } = [];

    /// <summary>Which open needs the released capabilities fit, best first.</summary>
    public IReadOnlyList<WorkspaceReader.OfferFits> Fits { get; private set; } = [];

    public static ListKind KindOf(Seat seat) => seat.Kind is OrganisationKind.Government ? ListKind.Opportunities : ListKind.Capabilities;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var copies = await workspace.CopiesAsync(Person, cancellation);
        Waiting = [.. copies.Where(c => c.Copy.HandedInAt is not null).OrderBy(c => c.Copy.HandedInAt)];
        Returned = [.. copies.Where(c => c.Copy is { HandedInAt: null, SubjectId: not null } && c.Remarks is { Count: > 0 }).OrderBy(c => c.Copy.SavedAt)];
        Drafts = [.. copies.Where(c => c.Copy.HandedInAt is null).Except(Returned)];
        Questions = await workspace.QuestionsAsync(Person, cancellation);
        Pairings = await workspace.PairingsAsync(Person, cancellation);
        Meetings = await workspace.MeetingsAsync(Person, cancellation);
        Confirmations = await workspace.ConfirmationsAsync(Person, cancellation);
        Ending = await db.EndingCertificatesAsync(Person, time.Today, cancellation);
        Cases = Person.Is(StaffRole.Expert) ? await db.AwaitedCasesAsync(Person, cancellation) : [];
        Needs = await workspace.NeedsAsync(Person, cancellation);
        Offers = await workspace.OffersAsync(Person, cancellation);
        Fits = Offers.Any(o => o.Status is CapabilityStatus.Published) ? await workspace.FitsAsync(Person, cancellation) : [];
    }

    /// <summary>Begins with an empty page; a capability with what its company has stated in its profile.</summary>
    public async Task<IActionResult> OnPostNewAsync(Guid organisation, CancellationToken cancellation) => Writers.FirstOrDefault(s => s.OrganisationId == organisation) is { } seat
        ? Redirect(Links.Writing(await writing.RunAsync(KindOf(seat), organisation, Person, await profile.OfAsync(KindOf(seat), organisation, Person, cancellation), cancellation)))
        : NotFound();

    /// <summary>Begins with what an earlier item of the same organisation says. Files are not taken along: they show another place, and would have to be removed again.</summary>
    public async Task<IActionResult> OnPostCloneAsync(Guid id, CancellationToken cancellation)
    {
        if (await writing.FindAsync(id, Person, cancellation) is not { } item)
        {
            return NotFound();
        }

        if (await db.Attachments.OfItem(id).AnyAsync(cancellation))
        {
            this.Flash(L["文字已经带过来，附件没有。要用的请在“附件”一步重新上传。"]);
        }

        return Redirect(Links.Writing(await writing.RunAsync(item.Kind, item.Organisation, Person, item.Texts, cancellation)));
    }

    /// <summary>Goes on with a draft that nobody is writing, such as an imported one; whoever presses twice, or second, comes to the same copy.</summary>
    public async Task<IActionResult> OnPostContinueAsync(Guid id, CancellationToken cancellation)
    {
        if (await writing.FindAsync(id, Person, cancellation) is not { IsDraft: true } item)
        {
            return NotFound();
        }

        try
        {
            return Redirect(Links.Writing(await db.WorkingCopies.EditableBy(Person).Where(c => c.SubjectId == id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation)
                ?? await writing.RunAsync(item.Kind, item.Organisation, Person, item.Texts, cancellation, subject: id)));
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Redirect(Links.Writing(await db.WorkingCopies.EditableBy(Person).Where(c => c.SubjectId == id).Select(c => c.Id).SingleAsync(cancellation)));
        }
    }
}
