namespace ScenarioPortal.Web.Organisations;

/// <summary>A mail about an organisation. Nobody knows in which language its reader uses the portal, so it says everything in both.</summary>
internal sealed record OrganisationLetter(string Subject, string Body)
{
    private const int NameShown = 60;

    public static OrganisationLetter AsksToJoin(string organisation, string email) => Of(
        $"有人希望加入“{Short(organisation)}”", $"Somebody would like to join {Short(organisation)}",
        $"{email} 希望加入“{organisation}”。如果您认识这个人，请到平台“成员”页发出邀请；不认识的话，不用理会这封邮件。",
        $"{email} would like to join {organisation}. If you know this person, send an invitation from the Members page; if not, ignore this mail.");

    public static OrganisationLetter Verified(string organisation) => Of(
        $"“{Short(organisation)}”已通过核验", $"{Short(organisation)} has been verified",
        $"“{organisation}”的登记已通过核验，企业主页现在标明“已核验”。",
        $"The registration of {organisation} has been verified; its page now says so.");

    public static OrganisationLetter Returned(string organisation) => Of(
        $"“{Short(organisation)}”的登记要改几处", $"The registration of {Short(organisation)} needs changes",
        $"审核人员退回了“{organisation}”的登记，并在每一处写明了原因。请登录平台，在企业主页按提示修改后再次提交。",
        $"A reviewer has returned the registration of {organisation} and says at each field why. Please sign in, correct it from the organisation's page and submit it again.");

    public static OrganisationLetter Suspended(string organisation) => Of(
        $"“{Short(organisation)}”已暂停", $"{Short(organisation)} has been suspended",
        $"审核人员暂停了“{organisation}”。有疑问请联系平台运营方。",
        $"A reviewer has suspended {organisation}. If you have questions, please contact the people who run the portal.");

    public static OrganisationLetter Resumed(string organisation) => Of(
        $"“{Short(organisation)}”已恢复", $"{Short(organisation)} is active again",
        $"“{organisation}”已恢复为已核验。",
        $"{organisation} is verified again.");

    public static OrganisationLetter ClaimGranted(string organisation) => Of(
        $"“{Short(organisation)}”现在由您管理", $"{Short(organisation)} is now yours to manage",
        $"您对“{organisation}”的认领已通过，您现在是它的负责人。",
        $"Your claim to {organisation} has been granted; you are now its owner.");

    public static OrganisationLetter ClaimRefused(string organisation) => Of(
        $"对“{Short(organisation)}”的认领没有通过", $"Your claim to {Short(organisation)} was not granted",
        $"您对“{organisation}”的认领没有通过。原因写在平台的“我的认领”页。",
        $"Your claim to {organisation} was not granted. The reason stands on the portal's page of your claims.");

    public static OrganisationLetter FactorReset() => Of(
        "您的登录验证已重设", "Your second factor has been reset",
        "两位安全管理员重设了您的登录验证。请用密码登录，并马上重新设置。不是您要求的话，请立刻联系平台运营方。",
        "Two security administrators have reset your second factor. Please sign in with your password and set up a new one at once. If you did not ask for this, contact the people who run the portal immediately.");

    private static OrganisationLetter Of(string subject, string subjectEnglish, string body, string bodyEnglish) =>
        new($"{subject} / {subjectEnglish}", $"{body}\n\n{bodyEnglish}\n");

    /// <summary>Subjects are kept short, names may be long.</summary>
    private static string Short(string name) => name.Length <= NameShown ? name : $"{name[..(NameShown - 1)]}…";
}
