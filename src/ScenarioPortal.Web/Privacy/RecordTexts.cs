using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Kinds of records about a person, in words.</summary>
internal static class RecordTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string KindOfRecord(string kind) => kind switch
        {
            "Account" => L["账号"],
            "Session" => L["登录的设备"],
            "IdentityUserPasskey" => L["通行密钥的编号"],
            "IdentityPasskeyData" => L["通行密钥"],
            "RecoveryCode" => L["备用码"],
            "FormerPassword" => L["用过的密码"],
            "FactorReset" => L["第二重验证的重设"],
            "Membership" => L["单位成员身份"],
            "StaffGrant" => L["岗位"],
            "OrganisationContact" => L["作为单位联系人"],
            "OrganisationClaim" => L["认领单位的申请"],
            "StoredFile" => L["上传的文件"],
            "OneTimeLink" => L["邀请和一次性链接"],
            "Consent" => L["同意记录"],
            "Watch" => L["关注的需求"],
            "QuestionAsker" => L["提问的记录"],
            "Question" => L["提过的问题"],
            "Notification" => L["消息"],
            "NotificationChoice" => L["接收消息的方式"],
            "MailMessage" => L["等待寄出的邮件"],
            _ => L["操作记录"]
        };

        public string Name(ConsentPurpose purpose) => purpose is ConsentPurpose.Account ? L["隐私说明"] : L["公开我作为联系人的信息"];

        public string Name(LinkPurpose purpose) => purpose switch
        {
            LinkPurpose.Invitation => L["邀请"],
            LinkPurpose.PasswordReset => L["重设密码"],
            _ => L["核对邮箱"]
        };
    }
}
