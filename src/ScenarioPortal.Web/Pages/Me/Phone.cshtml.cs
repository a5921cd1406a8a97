using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>The telephone number under which an organisation names this person as the one to ask.</summary>
internal sealed class PhoneModel(AccountDatabase accounts, OwnContacts contacts, IValidator<PhoneModel.Form> validator, IStringLocalizer<Texts> L) : PageModel
{
    private OrganisationContact _contact = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Organisation { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var account = await accounts.OfAsync(HttpContext.Person, cancellation);
        var organisation = Guid.TryParse(RouteData.Values["organisation"] as string, out var id) ? id : Guid.Empty;
        if (await accounts.Db.ContactsOf(account).SingleOrDefaultAsync(c => c.OrganisationId == organisation, cancellation) is not { } contact)
        {
            context.Result = NotFound();
            return;
        }

        _contact = contact;
        Organisation = await accounts.Db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancellation);
        await next();
    }

    public void OnGet() => Input.Phone = _contact.Phone;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        contacts.CallAt(accounts.Db, _contact, Company.PlainPhone(Input.Phone));
        await accounts.Db.SaveChangesAsync(cancellation);
        this.Flash(L["电话已更正。"]);
        return LocalRedirect(Links.MyData);
    }

    internal sealed class Form
    {
        public string? Phone { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => Company.CheckContactPhone(RuleFor(f => f.Phone));
    }
}
