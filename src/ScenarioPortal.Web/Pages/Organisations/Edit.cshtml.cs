using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>What an organisation says about itself, and whom to ask. What a reviewer found stands at the field it is about.</summary>
internal sealed class EditModel(
    PortalDbContext db, IValidator<EditModel.Form> validator, CodeBooks codeBooks, HomeRegion home, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public const string More = "more";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Subject { get; private set; } = null!;

    public OrganisationContact? Contact { get; private set; }

    /// <summary>A unit that only has needs is not asked where it offers its services, nor for certificates.</summary>
    public bool Offers => Subject.Kind is not OrganisationKind.Government;

    /// <summary>What stands in the boxes; a row that was emptied goes.</summary>
    public IReadOnlyList<CertificateForm> Rows => CertificateForm.Of(CertificateForm.TextOf(Input.Certificates));

    /// <summary>Name and code hold once they have been verified.</summary>
    public bool IsChecked => Subject.Status is OrganisationStatus.Verified or OrganisationStatus.Suspended;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (subject, refusal) = await db.OpenAsync(HttpContext.Person, Id, p => p.MayEdit(Id), HttpContext.RequestAborted);
        if (refusal is not null)
        {
            context.Result = refusal;
            return;
        }

        Subject = subject!;
        Contact = await db.OrganisationContacts.VisibleTo(HttpContext.Person).SingleOrDefaultAsync(c => c.OrganisationId == Id, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        Input = Form.Of(Subject, Contact, codeBooks.Current);
        foreach (var remark in Subject.Remarks)
        {
            ModelState.AddModelError(Form.FieldOf(remark), L["审核意见：“{0}”", remark.Text]);
        }
    }

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancellation)
    {
        if (go == More)
        {
            return Page();
        }

        var certificates = CertificateText.Read(CertificateForm.TextOf(Input.Certificates));
        var isValid = await this.IsValidAsync(validator, Input, cancellation);
        foreach (var fault in certificates.Faults)
        {
            this.Refuse("Input.Certificates", L[fault.Template, [.. fault.Values]]);
        }

        if (!isValid || certificates.Faults.Count > 0)
        {
            return this.Again();
        }

        db.Entry(Subject).Property(o => o.Revision).OriginalValue = Input.Revision;
        if (!IsChecked)
        {
            Subject.Rename(Input.Name!);
            Subject.Correct(new UnifiedSocialCreditCode(Company.PlainCode(Input.Code)));
        }

        var stated = Subject.Certificates;
        Subject.Describe(new OrganisationDetails
        {
            RegionCode = codeBooks.Current.RegionMeantBy(Input.Region, home.Code)!.Code,
            Zone = Blank(Input.Zone),
            Profile = Blank(Input.Profile),
            Qualifications = Blank(Input.Qualifications),
            Certificates = certificates.Certificates,
            ServiceRegionCodes = [.. Regions(Input.ServiceRegions).Select(r => codeBooks.Current.RegionMeantBy(r, home.Code)!.Code).Distinct()],
            Website = Blank(Input.Website)
        });
        Input.WriteTo(ContactToWrite(), time.GetUtcNow());
        audit.Note(db, new Act { Action = "organisation.edit", Organisation = Id, SubjectKind = nameof(Organisation), Subject = Id });
        var renewed = Subject.Certificates.SequenceEqual(stated) ? 0 : await RenewAsync(cancellation);
        await db.SaveChangesAsync(cancellation);

        this.Flash(renewed == 0 ? L["已保存。"] : L["已保存，{0} 项已公开能力的证书有效期一起更新了。", renewed]);
        return Redirect(Subject.Status is OrganisationStatus.Returned ? Links.OrganisationLicence(Id) : Links.Organisation(Id));
    }

    /// <summary>A certificate that was renewed holds for every capability that is public with it; in how many that changed something.</summary>
    private async Task<int> RenewAsync(CancellationToken cancellation)
    {
        var offers = await db.Capabilities.Public().EditableBy(HttpContext.Person).Where(c => c.OrganisationId == Id).ToListAsync(cancellation);
        var renewed = offers.Where(c => c.Renew(Subject.Certificates, CertificateText.InWords, time.GetUtcNow())).ToList();
        foreach (var capability in renewed)
        {
            audit.Note(db, new Act { Action = "capability.renew", Organisation = Id, SubjectKind = nameof(Capability), Subject = capability.Id });
        }

        return renewed.Count;
    }

    private OrganisationContact ContactToWrite()
    {
        if (Contact is null)
        {
            Contact = new OrganisationContact(Id, Input.ContactName!, Company.PlainPhone(Input.ContactPhone), Blank(Input.ContactEmail));
            db.Add(Contact);
        }

        return Contact;
    }

    private static string[] Regions(string? text) =>
        (text ?? "").Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Name { get; set; }

        public string? Code { get; set; }

        public string? Region { get; set; }

        public string? Zone { get; set; }

        public string? Profile { get; set; }

        public string? Qualifications { get; set; }

        /// <summary>Rows without anything are no certificates.</summary>
        public List<CertificateForm?> Certificates { get; set; } = [];

        public string? ServiceRegions { get; set; }

        public string? Website { get; set; }

        public string? ContactName { get; set; }

        public string? ContactPhone { get; set; }

        public string? ContactEmail { get; set; }

        public bool ContactIsShown { get; set; }

        public static Form Of(Organisation organisation, OrganisationContact? contact, CodeBook codes) => new()
        {
            Revision = organisation.Revision,
            Name = organisation.Name,
            Code = organisation.CreditCode?.Value,
            Region = organisation.RegionCode,
            Zone = organisation.Zone,
            Profile = organisation.Profile,
            Qualifications = organisation.Qualifications,
            Certificates = [.. CertificateForm.Of(CertificateText.Write(organisation.Certificates))],
            ServiceRegions = string.Join('、', organisation.ServiceRegionCodes.Select(codes.RegionName)),
            Website = organisation.Website,
            ContactName = contact?.Name,
            ContactPhone = contact?.Phone,
            ContactEmail = contact?.Email,
            ContactIsShown = contact?.ShownSince is not null
        };

        /// <summary>Where a reviewer's remark stands: at its field; what is about the licence or the whole, on top.</summary>
        public static string FieldOf(FieldRemark remark) => remark.Field switch
        {
            RegistrationPart.Name => "Input.Name",
            RegistrationPart.Code => "Input.Code",
            RegistrationPart.Region => "Input.Region",
            RegistrationPart.Contact => "Input.ContactName",
            _ => ""
        };

        public void WriteTo(OrganisationContact contact, DateTimeOffset now)
        {
            contact.Correct(ContactName!.Trim(), Company.PlainPhone(ContactPhone), Blank(ContactEmail));
            contact.Show(ContactIsShown, now);
        }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(CodeBooks codeBooks, HomeRegion home)
        {
            Company.CheckName(RuleFor(f => f.Name));
            Company.CheckCode(RuleFor(f => f.Code));
            Company.CheckRegion(RuleFor(f => f.Region), codeBooks, home);
            RuleFor(f => f.Zone).MaximumLength(Organisation.ZoneMaxLength).WithMessage("开发区名称不超过 {0} 字。").WithState(_ => new object[] { Organisation.ZoneMaxLength });
            RuleFor(f => f.Profile).MaximumLength(Organisation.ProfileMaxLength).WithMessage("单位简介不超过 {0} 字。").WithState(_ => new object[] { Organisation.ProfileMaxLength });
            RuleFor(f => f.Qualifications).MaximumLength(Organisation.QualificationsMaxLength).WithMessage("企业资质不超过 {0} 字。").WithState(_ => new object[] { Organisation.QualificationsMaxLength });
            RuleFor(f => f.Website).Must(w => w.OrNull is not { } address || (address.Length <= Organisation.WebsiteMaxLength && Organisation.IsWebsite(address)))
                .WithMessage("网址应以 http:// 或 https:// 开头，不超过 {0} 字。").WithState(_ => new object[] { Organisation.WebsiteMaxLength });
            RuleFor(f => f.ServiceRegions).Must(r => Unknown(r) is null).WithMessage("没有认出“{0}”。请写省、市、区的名称，用顿号隔开；不限就空着。").WithState(f => new object[] { Unknown(f.ServiceRegions) ?? "" });
            Company.CheckContactName(RuleFor(f => f.ContactName));
            Company.CheckContactPhone(RuleFor(f => f.ContactPhone));
            RuleFor(f => f.ContactEmail).Must(e => string.IsNullOrWhiteSpace(e) || MailAddress.IsValid(e.Trim())).WithMessage("邮箱写得不完整，应像 name@example.cn。");

            string? Unknown(string? regions) => Regions(regions).FirstOrDefault(r => codeBooks.Current.RegionMeantBy(r, home.Code) is null);
        }
    }
}
