using FluentValidation;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Organisations;

namespace ScenarioPortal.Web.Pages.Register;

/// <summary>What is asked of somebody who registers a company; the last three only of a visitor.</summary>
internal sealed class Form
{
    public Wish Wish { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public OrganisationKind Kind { get; set; } = OrganisationKind.Company;

    public string? Region { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public bool ContactIsShown { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool Agreed { get; set; }

    public static Form Of(PendingRegistration pending) => new()
    {
        Code = pending.Company.Code,
        Name = pending.Company.Name,
        Kind = pending.Company.Kind,
        Region = pending.Company.RegionCode,
        ContactName = pending.Company.ContactName,
        ContactPhone = pending.Company.ContactPhone,
        ContactIsShown = pending.Company.ContactIsShown,
        Email = pending.Email,
        Agreed = true
    };

    public Registration ToRegistration(CodeBook codes, HomeRegion home) => new()
    {
        Wish = Wish,
        Code = new UnifiedSocialCreditCode(Company.PlainCode(Code)).Value,
        Name = Name!.Trim(),
        Kind = Kind,
        RegionCode = codes.RegionMeantBy(Region, home.Code)!.Code,
        ContactName = ContactName!.Trim(),
        ContactPhone = Company.PlainPhone(ContactPhone),
        ContactIsShown = ContactIsShown
    };

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(CodeBooks codeBooks, HomeRegion home, CurrentPerson current)
        {
            Company.CheckCode(RuleFor(f => f.Code));
            Company.CheckName(RuleFor(f => f.Name));
            RuleFor(f => f.Kind).Must(k => k is OrganisationKind.Company or OrganisationKind.Institute).WithMessage("请选择企业或科研机构。");
            Company.CheckRegion(RuleFor(f => f.Region), codeBooks, home);
            Company.CheckContactName(RuleFor(f => f.ContactName));
            Company.CheckContactPhone(RuleFor(f => f.ContactPhone));
            When(_ => current.Person.IsVisitor, () =>
            {
                Company.CheckEmail(RuleFor(f => f.Email));
                RuleFor(f => f.Password).NotEmpty().WithMessage("请设置密码。");
                RuleFor(f => f.Agreed).Equal(true).WithMessage("请阅读并同意隐私说明，否则平台不能保存您的登记。");
            });
        }
    }
}
