using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>Government units and operators: made by the system administrator, who invites the first owner and then has no more to say in them.</summary>
internal sealed class UnitsModel(
    PortalDbContext db, IValidator<UnitsModel.Form> validator, OneTimeLinks invitations, CodeBooks codeBooks, HomeRegion home, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    private const int Shown = 200;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var units = await Units().OrderBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.Name, o.Kind, o.RegionCode, Members = db.Memberships.Count(m => m.OrganisationId == o.Id) }).Take(Shown).ToListAsync(cancellation);
        var open = (await OpenInvitations().ToListAsync(cancellation))
            .GroupBy(l => l.Invitation?.OrganisationId ?? Guid.Empty).ToDictionary(g => g.Key, g => g.OrderBy(l => l.CreatedAt).Last().Email);
        Rows = [.. units.Select(u => new Row(u.Id, u.Name, u.Kind, u.RegionCode, u.Members, open.GetValueOrDefault(u.Id)))];
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var code = new UnifiedSocialCreditCode(Company.PlainCode(Input.Code));
        if (await db.Organisations.Where(o => o.CreditCode == code).Select(o => o.Name).SingleOrDefaultAsync(cancellation) is { } taken)
        {
            this.Refuse("Input.Code", L["这个信用代码已登记为“{0}”。", taken]);
            return this.Again();
        }

        var unit = new Organisation(Input.Name!, Input.Kind);
        unit.Identify(code);
        unit.Complete(new OrganisationDetails { RegionCode = codeBooks.Current.RegionMeantBy(Input.Region, home.Code)!.Code });
        unit.Submit(time.GetUtcNow());
        unit.Verify();
        db.Add(unit);
        Invite(unit, Input.Email!.Trim());
        audit.Note(db, new Act { Action = "unit.create", Organisation = unit.Id, SubjectKind = nameof(Organisation), Subject = unit.Id, Detail = new { kind = unit.Kind.ToString(), unit.RegionCode } });
        if (!await IsSavedAsync(cancellation))
        {
            return this.Again();
        }

        this.Flash(L["“{0}”已建立，邀请已发到 {1}。", unit.Name, Input.Email.Trim()]);
        return Redirect(Links.UnitList);
    }

    /// <summary>Sends the first owner another invitation; the one before is worth nothing from then on.</summary>
    public async Task<IActionResult> OnPostInviteAsync(Guid unit, CancellationToken cancellation)
    {
        var organisation = await Units().SingleOrDefaultAsync(o => o.Id == unit && !db.Memberships.Any(m => m.OrganisationId == unit), cancellation);
        var before = (await OpenInvitations().ToListAsync(cancellation)).Where(l => l.Invitation?.OrganisationId == unit).OrderBy(l => l.CreatedAt).ToList();
        if (organisation is null || before.Count == 0)
        {
            return NotFound();
        }

        var email = before[^1].Email;
        db.RemoveRange(before.Where(l => l.Email == email));
        Invite(organisation, email);
        audit.Note(db, new Act { Action = "unit.invite", Organisation = unit, SubjectKind = nameof(Organisation), Subject = unit });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["邀请已重新发到 {0}，原来的链接作废。", email]);
        return Redirect(Links.UnitList);
    }

    private IQueryable<Organisation> Units() => db.Organisations.Where(o => o.Kind == OrganisationKind.Government || o.Kind == OrganisationKind.Operator);

    private IQueryable<OneTimeLink> OpenInvitations()
    {
        var now = time.GetUtcNow();
        return db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedAt == null && l.ExpiresAt > now);
    }

    private void Invite(Organisation unit, string email) => invitations.Invite(db, new Invited
    {
        Email = email,
        To = new Invitation { OrganisationId = unit.Id, MemberRole = MemberRole.Owner },
        Promised = L["“{0}”的{1}", unit.Name, L.Name(MemberRole.Owner)],
        By = HttpContext.Person.AccountId
    });

    private async Task<bool> IsSavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            this.Refuse("Input.Code", L["这个信用代码刚刚被登记了。"]);
            return false;
        }
    }

    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Code { get; set; }

        public OrganisationKind Kind { get; set; } = OrganisationKind.Government;

        public string? Region { get; set; }

        public string? Email { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(CodeBooks codeBooks, HomeRegion home)
        {
            Company.CheckName(RuleFor(f => f.Name));
            Company.CheckCode(RuleFor(f => f.Code));
            RuleFor(f => f.Kind).Must(k => k is OrganisationKind.Government or OrganisationKind.Operator).WithMessage("请选择政府单位或运营机构。");
            Company.CheckRegion(RuleFor(f => f.Region), codeBooks, home);
            Company.CheckEmail(RuleFor(f => f.Email));
        }
    }

    internal sealed record Row(Guid Id, string Name, OrganisationKind Kind, string? RegionCode, int Members, string? Invited);
}
