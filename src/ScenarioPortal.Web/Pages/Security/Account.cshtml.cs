using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Security;

/// <summary>The roles of one account, given and taken; and the proposal to reset its lost second factor. Whatever changes ends the sessions of that account.</summary>
[Sensitive]
internal sealed class AccountModel(
    PortalDbContext db, IValidator<AccountModel.Form> validator, CodeBooks codeBooks, HomeRegion home, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Subject { get; private set; } = null!;

    public IReadOnlyList<StaffGrant> Grants { get; private set; } = [];

    public bool IsMe => Id == HttpContext.Person.AccountId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Accounts.AdministeredBy(HttpContext.Person).SingleOrDefaultAsync(a => a.Id == Id && a.ErasedAt == null, cancellation) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        Grants = await db.StaffGrants.Where(g => g.AccountId == Id).OrderBy(g => g.Role).ThenBy(g => g.RegionCode).ToListAsync(cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        SeparateDuties.RequireOther(HttpContext.Person.AccountId!.Value, Id);
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var region = Input.Role is StaffRole.Reviewer ? codeBooks.Current.RegionMeantBy(Input.Region, home.Code)!.Code : null;
        SeparateDuties.RequireFor(Grants.Select(g => g.Role), Input.Role!.Value);
        if (Grants.Any(g => g.Role == Input.Role && g.RegionCode == region))
        {
            this.Refuse("Input.Role", L["这个角色已经给过了。"]);
            return this.Again();
        }

        db.Add(new StaffGrant(Id, Input.Role.Value, region, time.GetUtcNow()));
        return await SaveAsync("role.give", new { role = Input.Role.Value.ToString(), region }, L["角色已给“{0}”，对方要重新登录。", Subject.DisplayName], cancellation);
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid grant, CancellationToken cancellation)
    {
        SeparateDuties.RequireOther(HttpContext.Person.AccountId!.Value, Id);
        if (Grants.SingleOrDefault(g => g.Id == grant) is not { } taken)
        {
            return NotFound();
        }

        db.Remove(taken);
        return await SaveAsync("role.take", new { role = taken.Role.ToString(), region = taken.RegionCode }, L["角色已从“{0}”收回，对方要重新登录。", Subject.DisplayName], cancellation);
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation)
    {
        SeparateDuties.RequireOther(HttpContext.Person.AccountId!.Value, Id);
        var now = time.GetUtcNow();
        db.RemoveRange(await db.FactorResets.Where(r => r.AccountId == Id && r.ConfirmedAt == null && r.ProposedAt < now - FactorReset.Waits).ToListAsync(cancellation));
        if (!await db.FactorResets.AnyAsync(r => r.AccountId == Id && r.ConfirmedAt == null && r.ProposedAt >= now - FactorReset.Waits, cancellation))
        {
            var reset = new FactorReset(Id, HttpContext.Person.AccountId!.Value, now);
            db.Add(reset);
            audit.Note(db, new Act { Action = "factor.propose", SubjectKind = "account", Subject = Id, Detail = new { reset = reset.Id } });
        }

        await db.SaveChangesAsync(cancellation);
        this.Flash(L["已提议。请另一位安全管理员在 24 小时内确认。"]);
        return Redirect(Links.FactorResets);
    }

    private async Task<IActionResult> SaveAsync(string action, object detail, string done, CancellationToken cancellation)
    {
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == Id).ToListAsync(cancellation));
        audit.Note(db, new Act { Action = action, SubjectKind = "account", Subject = Id, Detail = detail });
        await db.SaveChangesAsync(cancellation);
        this.Flash(done);
        return Redirect(Links.Roles(Id));
    }

    internal sealed class Form
    {
        public StaffRole? Role { get; set; }

        public string? Region { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(CodeBooks codeBooks, HomeRegion home)
        {
            RuleFor(f => f.Role).NotNull().WithMessage("请选择角色。").IsInEnum().WithMessage("请选择角色。");
            RuleFor(f => f.Region).NotEmpty().When(f => f.Role is StaffRole.Reviewer).WithMessage("请写审核人员负责的区域。");
            RuleFor(f => f.Region).Must(r => string.IsNullOrWhiteSpace(r) || codeBooks.Current.RegionMeantBy(r, home.Code) is not null)
                .WithMessage("没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。");
        }
    }
}
