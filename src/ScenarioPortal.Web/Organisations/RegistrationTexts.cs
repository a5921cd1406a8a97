using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Registrations, their parts and states in words.</summary>
internal static class RegistrationTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>What was done, and what comes next.</summary>
        public string Done(Registration company) => company.Wish switch
        {
            Wish.Claim => L["认领已提交。审核人员核对后，结果发到您的邮箱。"],
            Wish.Ask => L["已告诉这家单位的负责人。他们同意的话，会给您发邀请邮件。"],
            _ => L["“{0}”已登记。还差一步：上传营业执照，提交核验。", company.Name]
        };

        public string Name(OrganisationStatus status) => status switch
        {
            OrganisationStatus.Verified => L["已核验"],
            OrganisationStatus.Returned => L["已退回修改"],
            OrganisationStatus.Suspended => L["已暂停"],
            _ => L["未核验"]
        };

        public string Name(OrganisationKind kind) => kind switch
        {
            OrganisationKind.Government => L["政府单位"],
            OrganisationKind.Institute => L["科研机构"],
            OrganisationKind.Operator => L["运营机构"],
            _ => L["企业"]
        };

        public string Name(MemberRole role) => role switch
        {
            MemberRole.Owner => L["负责人"],
            MemberRole.Editor => L["编辑"],
            _ => L["只读"]
        };

        public string Meaning(MemberRole role) => role switch
        {
            MemberRole.Owner => L["什么都能改，还能管成员和授权"],
            MemberRole.Editor => L["能写、能改、能提交"],
            _ => L["只能看"]
        };

        public string Name(StaffRole role) => role switch
        {
            StaffRole.Reviewer => L["审核人员"],
            StaffRole.Expert => L["专家"],
            StaffRole.SystemAdministrator => L["系统管理员"],
            StaffRole.SecurityAdministrator => L["安全管理员"],
            _ => L["审计管理员"]
        };

        public string Meaning(StaffRole role) => role switch
        {
            StaffRole.Reviewer => L["核验企业，审核机会和能力，只限负责的区域"],
            StaffRole.Expert => L["看分到的项目，给出评分意见"],
            StaffRole.SystemAdministrator => L["管账号和政府单位，不给角色"],
            StaffRole.SecurityAdministrator => L["给和收角色，重设登录验证"],
            _ => L["看审计记录，什么都不能改"]
        };

        /// <summary>The part of a registration that a remark is about.</summary>
        public string PartOfRegistration(string? field) => field switch
        {
            RegistrationPart.Name => L["单位名称"],
            RegistrationPart.Code => L["统一社会信用代码"],
            RegistrationPart.Region => L["注册地"],
            RegistrationPart.Contact => L["联系人"],
            RegistrationPart.Licence => L["营业执照"],
            _ => L["总体意见"]
        };
    }
}

/// <summary>The names by which a reviewer's remarks point at parts of a registration.</summary>
internal static class RegistrationPart
{
    public const string Name = nameof(Name);
    public const string Code = nameof(Code);
    public const string Region = nameof(Region);
    public const string Contact = nameof(Contact);
    public const string Licence = nameof(Licence);

    public static readonly string?[] All = [Code, Name, Region, Contact, Licence, null];
}
