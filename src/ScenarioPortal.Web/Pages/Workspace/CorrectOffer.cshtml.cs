using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Corrects one part of a published capability: read by the same rules as when it was written, published as an addendum.</summary>
[KeepsTyped]
internal sealed class CorrectOfferModel(PortalDbContext db, CapabilityDesk desk, CodeBooks codeBooks, HomeRegion home, IStringLocalizer<Texts> L) : PageModel, ICorrectionPage
{
    private IReadOnlyDictionary<string, string> _texts = new Dictionary<string, string>();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Part { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public CorrectionForm Input { get; set; } = new();

    public Capability Subject { get; private set; } = null!;

    public WritingField Field { get; private set; } = null!;

    public ListKind Kind => ListKind.Capabilities;

    public int Present => Subject.Revision;

    public string Address => Links.OfferCorrection(Id, Part);

    public string Back => Links.Offer(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, field) = (HttpContext.Person, L.PartsToCorrect(ListKind.Capabilities).FirstOrDefault(f => f.Key == Part));
        var capability = field is null ? null : await db.Capabilities.Approved().OfferedBy(person).SingleOrDefaultAsync(c => c.Id == Id && c.OrganisationId != null, HttpContext.RequestAborted);
        if (capability is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!person.MayEdit(capability.OrganisationId!.Value) && !person.LeavesItToTheDatabase)
        {
            context.Result = Forbid();
            return;
        }

        (Subject, Field) = (capability, field!);
        _texts = WritingTexts.Of(capability, codeBooks.Current);
        await next();
    }

    public IActionResult OnGet()
    {
        // Who is to be asked is written anew: what stands there is nobody's to read again.
        var text = _texts.GetValueOrDefault(Part);
        Input.Text = Field.Name switch { SheetField.Contact => null, SheetField.Region => InWords(Subject.Offer, text), _ => text };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        this.CheckWhy(Input, L);
        var read = FormReader.Capability(new Dictionary<string, string>(_texts) { [Part] = Input.Text ?? "" }.ByField());
        this.RefuseAll(read, Part, L);
        CheckPart((read as ReadRow<CapabilityRow>)?.Row);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Entry(Subject).Property(c => c.Revision).OriginalValue = Revision;
        var (before, offer) = (Subject.Offer, await CorrectedAsync(((ReadRow<CapabilityRow>)read).Row, cancellation));
        await desk.CorrectAsync(Subject, offer, Input.Told(Field.Name, InWords(before, _texts.GetValueOrDefault(Part)), InWords(offer, Input.Text.OrNull)), cancellation);
        this.Flash(L["第 {0} 号更正已公开。", Subject.Addenda.Count]);
        return Redirect(Back);
    }

    /// <summary>What a list would take for something else, or leave out without a word.</summary>
    private void CheckPart(CapabilityRow? row)
    {
        var codes = codeBooks.Current;
        LocalizedString? refusal = (Field.Name, Input.Text.OrNull) switch
        {
            (SheetField.Description, null) => L["请填写能力说明，不超过 {0} 字。", Capability.DescriptionMaxLength],
            (SheetField.Region, { } place) when codes.RegionMeantBy(place, home.Code) is null => L["没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。"],
            (SheetField.ServiceRegions, _) when row?.ServiceRegions.FirstOrDefault(r => codes.RegionMeantBy(r, home.Code) is null) is { } unknown
                => L["没有认出“{0}”。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。", unknown],
            (SheetField.Trl, not null) when row is { Trl: null } => L["请从列表里选一级。"],
            _ => null
        };
        if (refusal is not null)
        {
            this.Refuse("Input.Text", refusal);
        }
    }

    private async Task<Offer> CorrectedAsync(CapabilityRow row, CancellationToken cancellation)
    {
        var (region, zone) = row.ToPlace(codeBooks.Current, home);
        var usual = Field.Name is SheetField.Region ? await db.Organisations.Where(o => o.Id == Subject.OrganisationId).Select(o => o.RegionCode).SingleAsync(cancellation) : null;
        return Subject.Offer.With(Field.Name, row.ToOffer(codeBooks.Current, home, region ?? usual, zone));
    }

    /// <summary>What this part says, in words: regions by their names.</summary>
    private string? InWords(Offer offer, string? text) => Field.Name switch
    {
        SheetField.Region => offer.RegionCode is { } code ? codeBooks.Current.RegionName(code) : null,
        SheetField.ServiceRegions => string.Join('、', offer.ServiceRegionCodes.Select(codeBooks.Current.RegionName)).OrNull,
        SheetField.Qualifications => CertificateText.InWords(offer.Certificates),
        SheetField.Trl => offer.Trl is { } trl ? $"TRL {trl}" : null,
        _ => text
    };
}
