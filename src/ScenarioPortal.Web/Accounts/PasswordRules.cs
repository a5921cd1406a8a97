using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Accounts;

/// <summary>What a new password must be. It looks at the password alone; whether it was used before, <see cref="PasswordKeeper"/> knows.</summary>
internal sealed class PasswordRules(CommonPasswords common, IOptions<SiteOptions> site, IStringLocalizer<Texts> L)
{
    public const int MaxLength = 128;
    private const int StaffMinLength = 12;
    private const int StaffLongEnough = 20;
    private const int StaffKinds = 3;
    private const int CompanyMinLength = 15;
    private const int BesideSecondFactorMinLength = 8;

    /// <summary>Words of this place, which strangers would try here first.</summary>
    private static readonly string[] WordsOfThePortal =
    [
        "政务", "政府", "机会", "能力", "需求", "场景", "平台", "供需", "密码", "zhengwu", "zhengfu", "jihui", "nengli", "xuqiu", "changjing", "pingtai", "gongxu",
        "scenario", "portal", "password", "mima", "admin", "示范市", "shifan"
    ];

    /// <summary>Why it cannot be taken, in the reader's language; null when it can.</summary>
    public string? RefusalOf(string password, PasswordContext context)
    {
        var least = context switch
        {
            { Profile: PasswordProfile.Staff } => StaffMinLength,
            { HasSecondFactor: true } => BesideSecondFactorMinLength,
            _ => CompanyMinLength
        };
        return password.Length < least ? L["密码至少 {0} 个字符。可以用一句自己记得住的话。", least].Value
            : password.Length > MaxLength ? L["密码最多 {0} 个字符。", MaxLength].Value
            : context.Profile is PasswordProfile.Staff && password.Length < StaffLongEnough && Kinds(password) < StaffKinds
                ? L["请在大写字母、小写字母、数字、符号中至少用三种，或者写到 {0} 个字符以上。", StaffLongEnough].Value
            : password.Distinct().Count() < 5 ? L["同样的字符太多，容易被猜中，请换一个。"].Value
            : common.Contain(password) ? L["这个密码太常见，容易被猜中，请换一个。"].Value
            : WordIn(password, context.OwnWords) ? L["密码里不要有平台、单位、邮箱或自己的名字，请换一个。"].Value
            : null;
    }

    /// <summary>Letters without case, as Chinese characters, are signs of a kind of their own.</summary>
    private static int Kinds(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0)
        + (password.Any(c => !char.IsUpper(c) && !char.IsLower(c) && !char.IsDigit(c)) ? 1 : 0);

    private bool WordIn(string password, IEnumerable<string> own) =>
        WordsOfThePortal.Concat(own.Append(site.Value.Name).Append(site.Value.NameEnglish).Where(IsTelling)).Any(w => password.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Short names are found in anything; two Chinese characters are a name already.</summary>
    private static bool IsTelling(string word) => word.Length >= 4 || (word.Length >= 2 && word.All(c => c > 0x2E7F));
}

/// <summary>Whose password it will be.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by callers.")]
internal sealed record PasswordContext
{
    public required PasswordProfile Profile { get; init; }

    public bool HasSecondFactor { get; init; }

    /// <summary>The person's name, mail address and organisations.</summary>
    public IReadOnlyList<string> OwnWords { get; init; } = [];

    public static IEnumerable<string> WordsOf(string name, string email) => [name, email, email.Split('@')[0]];
}
