using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Register;

/// <summary>登记企业: one form. A visitor makes the account with it and proves the mail address next; who is signed in goes straight on.</summary>
internal sealed class IndexModel(
    PortalDbContext db, RegistrationDesk desk, MailProof proof, SealedRegistration pending, IValidator<Form> validator,
    IPasswordHasher<Account> passwords, PasswordRules rules, CodeBooks codeBooks, HomeRegion home, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The organisation that has this code already.</summary>
    public KnownOrganisation? Known { get; private set; }

    public Person Person => HttpContext.Person;

    /// <summary>Who is signed in halfway is no visitor any more, and nobody yet on whose behalf a company could be registered.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Person is { IsVisitor: false, IsComplete: false })
        {
            context.Result = LocalRedirect(Links.SecondFactorTo(Links.Register));
        }
    }

    /// <summary>Whoever comes back from the code finds what they wrote, except the password.</summary>
    public void OnGet() => Input = Person.IsVisitor && pending.Read(Request) is { } before ? Form.Of(before) : new Form { ContactName = Person.Name };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation) || !IsPasswordGood())
        {
            return this.Again();
        }

        var company = Input.ToRegistration(codeBooks.Current, home);
        Known = await desk.FindAsync(company.Code, cancellation);
        if (!IsClear(company))
        {
            return this.Again();
        }

        if (!Person.IsVisitor)
        {
            var next = await desk.TakeAsync(db, new Applicant(Person.AccountId!.Value, Person.Email), company, cancellation);
            this.Flash(L.Done(company));
            return LocalRedirect(next);
        }

        var email = Input.Email!.Trim();
        pending.Write(Response, new PendingRegistration
        {
            Company = company,
            Email = email,
            PasswordHash = passwords.HashPassword(new Account(), Input.Password!),
            ProofId = await proof.SendAsync(email, cancellation),
            Until = time.GetUtcNow() + SealedRegistration.Kept
        });
        return Redirect(Links.RegisterCode);
    }

    private bool IsPasswordGood()
    {
        var context = new PasswordContext { Profile = PasswordProfile.Company, OwnWords = [.. PasswordContext.WordsOf(Input.ContactName!, Input.Email ?? ""), Input.Name!] };
        if (Person.IsVisitor && rules.RefusalOf(Input.Password!, context) is { } refusal)
        {
            this.Refuse("Input.Password", refusal);
        }

        return ModelState.IsValid;
    }

    /// <summary>True when what is wished fits what is known of the code; else the page offers what does.</summary>
    private bool IsClear(Registration company)
    {
        if (Known is not null && Person.MayRead(Known.Id))
        {
            this.Refuse("Input.Code", L["“{0}”已经登记，您是它的成员。", Known.Name]);
        }
        else if (Known is { HasMembers: true } && company.Wish is not Wish.Ask)
        {
            this.Refuse("Input.Code", L["“{0}”已由别的同事登记，同一个信用代码只有一份登记。", Known.Name]);
        }
        else if (Known is { HasMembers: false } && company.Wish is not Wish.Claim)
        {
            this.Refuse("Input.Code", L["“{0}”已在平台的清单里，还没有人管理。", Known.Name]);
        }
        else if (Known is null && company.Wish is not Wish.Register)
        {
            this.Refuse("Input.Code", L["这个信用代码还没有登记过，可以直接登记。"]);
        }

        return ModelState.IsValid;
    }
}
