using System.Text.RegularExpressions;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>One certificate as lists write it: its name, with issuer, number or last day in brackets. What is not understood stays with the name.</summary>
internal static partial class CertificateEntry
{
    private static readonly string[] WithoutEnd = ["长期", "永久", "无固定期限", "无期限"];

    /// <summary>Told in sentences, or too long for a name.</summary>
    public static bool IsProse(string line) => line.TrimEnd('。').Contains('。', StringComparison.Ordinal) || ListText.Entries(line).Any(e => Read(e).Name.Length > Certificate.NameMaxLength);

    public static Certificate Read(string entry)
    {
        var match = Bracketed().Match(entry);
        if (!match.Success)
        {
            return new Certificate { Name = entry };
        }

        var certificate = new Certificate { Name = match.Groups["name"].Value.Trim() };
        List<string> others = [];
        foreach (var part in match.Groups["inside"].Value.Split(['，', ',', '；', ';', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IsDay(part) && certificate.ValidUntil is null)
            {
                certificate = certificate with { ValidUntil = Day(part) };
            }
            else if (Numbered().Match(part) is { Success: true } number && certificate.Number is null && number.Groups["number"].Length <= Certificate.NumberMaxLength)
            {
                certificate = certificate with { Number = number.Groups["number"].Value };
            }
            else if (Issued().Match(part) is { Success: true } issued && certificate.Issuer is null)
            {
                certificate = certificate with { Issuer = issued.Groups["issuer"].Value };
            }
            else if (!IsWithoutEnd(part))
            {
                others.Add(part);
            }
        }

        return others.Count == 0 ? certificate : certificate with { Name = $"{certificate.Name}（{string.Join('，', others)}）" };
    }

    /// <summary>Names a year, month and perhaps day that exist; a plain number is none.</summary>
    public static bool IsDay(string text) => Year().IsMatch(CellText.Compact(text)) && Day(text) is not null;

    /// <summary>The last day that the words name; null when there is none.</summary>
    public static DateOnly? Day(string text) => DateText.Read(Around().Replace(CellText.Compact(text), "")).Value;

    public static bool IsWithoutEnd(string text) => text is "无" or "-" or "—" or "/" || WithoutEnd.Any(w => text.Contains(w, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<name>.*[^（(\s].*)[（(](?<inside>[^（()）]+)[）)]$")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?:19|20)[0-9]{2}[年./-]")]
    private static partial Regex Year();

    [GeneratedRegex("^(?:证书)?(?:有效期?限?|到期日?期?|截止日?期?|失效日?期?)?[至到:为]*|(?:到期|失效|有效|为止|止|前)+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:证书)?(?:编号|证号|证书号|注册号|No\.?|NO\.?)\s*[:：]?\s*(?<number>[0-9A-Za-z][0-9A-Za-z\-/. ]*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:(?:发证|颁发|认证)(?:机构|单位|机关)\s*[:：]?\s*(?<issuer>.{2,100})|(?<issuer>.{2,100}?)(?:颁发|核发|签发|发证)|(?<issuer>.{1,90}(?:中心|局|厅|委员会|委|部|公司|机构|协会|学会|研究院)))$")]
    private static partial Regex Issued();
}
