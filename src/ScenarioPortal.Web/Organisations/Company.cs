using System.Text;
using System.Text.RegularExpressions;
using FluentValidation;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Organisations;

/// <summary>What every form about a company asks of its fields, and what it makes of pasted text.</summary>
internal static partial class Company
{
    /// <summary>Without the blanks in which licences print it, half-width.</summary>
    public static string PlainCode(string? typed) => string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    public static string PlainPhone(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    public static void CheckCode<T>(IRuleBuilder<T, string?> field) => field.Custom((typed, context) =>
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            context.AddFailure("请填写统一社会信用代码。");
            return;
        }

        try
        {
            _ = new UnifiedSocialCreditCode(PlainCode(typed));
        }
        catch (RuleBrokenException refusal)
        {
            context.AddFailure(refusal.Refusal);
        }
    });

    public static void CheckName<T>(IRuleBuilder<T, string?> field) => field
        .NotEmpty().WithMessage("请填写单位名称，和营业执照上一致。")
        .MaximumLength(Organisation.NameMaxLength).WithMessage("请填写单位名称，不超过 {0} 字。").WithState(_ => new object[] { Organisation.NameMaxLength })
        .Must(n => n is null || !n.Trim().Any(char.IsControl)).WithMessage("单位名称写在一行里，不要有换行。");

    public static void CheckRegion<T>(IRuleBuilder<T, string?> field, CodeBooks codeBooks, HomeRegion home) => field
        .NotEmpty().WithMessage("请填写注册地所在的市、区。")
        .Must(r => string.IsNullOrWhiteSpace(r) || codeBooks.Current.RegionMeantBy(r, home.Code) is not null)
        .WithMessage("没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。");

    public static void CheckContactName<T>(IRuleBuilder<T, string?> field) => field
        .NotEmpty().WithMessage("请填写联系人姓名，不超过 {0} 字。").WithState(_ => new object[] { OrganisationContact.NameMaxLength })
        .MaximumLength(OrganisationContact.NameMaxLength).WithMessage("请填写联系人姓名，不超过 {0} 字。").WithState(_ => new object[] { OrganisationContact.NameMaxLength });

    public static void CheckContactPhone<T>(IRuleBuilder<T, string?> field) => field
        .NotEmpty().WithMessage("请填写联系电话。")
        .Must(p => string.IsNullOrWhiteSpace(p) || Phone().IsMatch(PlainPhone(p))).WithMessage("电话只写数字，可以带区号、分机和加号，例如 13800000000 或 0755-12345678。");

    public static void CheckEmail<T>(IRuleBuilder<T, string?> field) => field
        .NotEmpty().WithMessage("请填写邮箱。")
        .Must(e => string.IsNullOrWhiteSpace(e) || MailAddress.IsValid(e.Trim())).WithMessage("邮箱写得不完整，应像 name@example.cn。");

    [GeneratedRegex(@"^\+?[0-9][0-9 ()\-转#]{5,26}[0-9]$")]
    private static partial Regex Phone();
}
