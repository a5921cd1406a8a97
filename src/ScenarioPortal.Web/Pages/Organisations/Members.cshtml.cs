using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>Who belongs to an organisation. Every member sees it; owners change it; everyone may leave, except the last owner.</summary>
[Sensitive(Handlers = ["", "Role", "Remove", "HandOver"])]
internal sealed class MembersModel(
    PortalDbContext db, IValidator<MembersModel.Form> validator, OneTimeLinks invitations, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Subject { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Waiting> Invitations { get; private set; } = [];

    public Person Person => HttpContext.Person;

    public bool IsOwner => Person.IsOwnerOf(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var forEveryMember = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || context.HandlerMethod?.Name == "Leave";
        var (subject, refusal) = await db.OpenAsync(Person, Id, p => forEveryMember ? p.BelongsTo(Id) : p.IsOwnerOf(Id), cancellation);
        if (refusal is not null)
        {
            context.Result = refusal;
            return;
        }

        Subject = subject!;
        Rows = await (
            from membership in db.Memberships.VisibleTo(Person).Where(m => m.OrganisationId == Id)
            join account in db.Accounts on membership.AccountId equals account.Id
            orderby membership.Since, membership.Id
            select new Row(membership.Id, account.Id, account.DisplayName, account.Email ?? "", membership.Role, membership.Since, membership.Revision)).ToListAsync(cancellation);
        Invitations = [.. (await db.OneTimeLinks.AsNoTracking().OpenInvitationsFrom(Person, time.GetUtcNow()).OrderBy(l => l.CreatedAt).ToListAsync(cancellation))
            .Where(l => l.Invitation?.OrganisationId == Id).Select(l => new Waiting(l.Id, l.Email, l.Invitation!.MemberRole ?? MemberRole.Reader, l.ExpiresAt))];
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var email = Input.Email!.Trim();
        if (Rows.Any(r => string.Equals(r.Email, email, StringComparison.OrdinalIgnoreCase)))
        {
            this.Refuse("Input.Email", L["这个人已经是成员。"]);
            return this.Again();
        }

        db.RemoveRange((await db.OneTimeLinks.OpenInvitationsFrom(Person, time.GetUtcNow()).Where(l => l.Email == email).ToListAsync(cancellation)).Where(l => l.Invitation?.OrganisationId == Id));
        invitations.Invite(db, new Invited
        {
            Email = email,
            To = new Invitation { OrganisationId = Id, MemberRole = Input.Role },
            Promised = L["“{0}”的{1}", Subject.Name, L.Name(Input.Role)],
            By = Person.AccountId
        });
        Note("member.invite", Id, new { role = Input.Role.ToString() });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["邀请已发到 {0}，24 小时内有效。", email]);
        return Redirect(Links.OrganisationMembers(Id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid link, CancellationToken cancellation)
    {
        var invitation = await db.OneTimeLinks.OpenInvitationsFrom(Person, time.GetUtcNow()).SingleOrDefaultAsync(l => l.Id == link, cancellation);
        if (invitation?.Invitation?.OrganisationId != Id)
        {
            return NotFound();
        }

        db.Remove(invitation);
        Note("member.withdraw", link);
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["邀请已收回。"]);
        return Redirect(Links.OrganisationMembers(Id));
    }

    public Task<IActionResult> OnPostRoleAsync(Guid member, MemberRole role, int revision, CancellationToken cancellation) => ChangeAsync(member, revision, (membership, owners) =>
    {
        membership.Become(role, owners);
        Note("member.role", membership.AccountId, new { role = role.ToString() });
        return L["角色已改。"];
    }, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(Guid member, int revision, CancellationToken cancellation) => ChangeAsync(member, revision, (membership, owners) =>
    {
        membership.Leave(owners);
        db.Remove(membership);
        Note("member.remove", membership.AccountId);
        return L["已移出。"];
    }, cancellation);

    public Task<IActionResult> OnPostHandOverAsync(Guid member, int revision, CancellationToken cancellation) => ChangeAsync(member, revision, (membership, owners) =>
    {
        membership.Become(MemberRole.Owner, owners);
        var mine = db.Memberships.Local.Single(m => m.AccountId == Person.AccountId);
        mine.Become(MemberRole.Editor, otherOwners: 1);
        Note("member.handover", membership.AccountId);
        return L["负责人已移交，您现在是编辑。"];
    }, cancellation);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        var mine = Rows.Single(r => r.AccountId == Person.AccountId);
        return ChangeAsync(mine.Id, mine.Revision, (membership, owners) =>
        {
            membership.Leave(owners);
            db.Remove(membership);
            Note("member.leave", membership.AccountId);
            return L["您已离开“{0}”。", Subject.Name];
        }, cancellation, Links.Organisation(Id));
    }

    private async Task<IActionResult> ChangeAsync(Guid member, int revision, Func<Membership, int, string> change, CancellationToken cancellation, string? next = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockMembersAsync(Id, cancellation);
        var members = await db.Memberships.VisibleTo(Person).Where(m => m.OrganisationId == Id).ToListAsync(cancellation);
        if (members.Find(m => m.Id == member) is not { } membership)
        {
            return NotFound();
        }

        db.Entry(membership).Property(m => m.Revision).OriginalValue = revision;
        var done = change(membership, members.Count(m => m.Role is MemberRole.Owner && m.Id != member));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        this.Flash(done);
        return Redirect(next ?? Links.OrganisationMembers(Id));
    }

    private void Note(string action, Guid subject, object? detail = null) =>
        audit.Note(db, new Act { Action = action, Organisation = Id, SubjectKind = action is "member.invite" ? nameof(Organisation) : action is "member.withdraw" ? "link" : "account", Subject = subject, Detail = detail });

    internal sealed class Form
    {
        public string? Email { get; set; }

        public MemberRole Role { get; set; } = MemberRole.Editor;
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            Company.CheckEmail(RuleFor(f => f.Email));
            RuleFor(f => f.Role).IsInEnum().WithMessage("请选择角色。");
        }
    }

    internal sealed record Row(Guid Id, Guid AccountId, string Name, string Email, MemberRole Role, DateTimeOffset Since, int Revision);

    internal sealed record Waiting(Guid Id, string Email, MemberRole Role, DateTimeOffset Until);
}
