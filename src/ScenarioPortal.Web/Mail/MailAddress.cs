using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Mail;

/// <summary>What may stand in the address line of a mail: one plain address, in which no second header can hide.</summary>
internal static class MailAddress
{
    private const int LocalMaxLength = 64;

    public static bool IsValid(string? address) =>
        address is { Length: > 0 and <= Account.EmailMaxLength }
        && address.Split('@') is [{ Length: > 0 and <= LocalMaxLength } local, { Length: > 0 } domain]
        && local.All(c => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal))
        && !local.StartsWith('.') && !local.EndsWith('.')
        && domain.Contains('.', StringComparison.Ordinal)
        && domain.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-') && label.All(c => char.IsLetterOrDigit(c) || c == '-');
}
