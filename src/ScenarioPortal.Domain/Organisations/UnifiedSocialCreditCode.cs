using System.Diagnostics.CodeAnalysis;

namespace ScenarioPortal.Domain.Organisations;

/// <summary>
/// The 统一社会信用代码 (GB 32100-2015): 17 characters that name an organisation and one that checks them.
/// Characters 9–17 are an organisation code (GB 11714) that carries a check of its own.
/// </summary>
public sealed record UnifiedSocialCreditCode
{
    public const int Length = 18;

    /// <summary>Base 31: digits and capitals without I, O, S, V, Z, which are easily misread.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const string OrganisationCodeAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int OrganisationCodeStart = 8;
    private const int OrganisationCodeLength = 9;

    private static readonly int[] OrganisationCodeWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    public UnifiedSocialCreditCode(string value)
    {
        var refusal = Check(value, out var normal);
        Rule.Require(refusal is null, refusal ?? "");
        Value = normal;
    }

    public string Value { get; }

    public static bool TryParse(string? value, [NotNullWhen(true)] out UnifiedSocialCreditCode? code)
    {
        code = value is not null && Check(value, out _) is null ? new UnifiedSocialCreditCode(value) : null;
        return code is not null;
    }

    public override string ToString() => Value;

    private static string? Check(string value, out string normal)
    {
        normal = value.Trim().ToUpperInvariant();
        if (normal.Length != Length || !normal.All(Alphabet.Contains))
        {
            return "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。";
        }

        return normal[^1] == CheckCharacter(normal) && HasValidOrganisationCode(normal)
            ? null
            : "统一社会信用代码的校验位不符，请核对是否有抄写错误。";
    }

    /// <summary>Position i (from 0) weighs 3^i mod 31; the check character brings the sum to a multiple of 31.</summary>
    private static char CheckCharacter(string value)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in value[..^1])
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    private static bool HasValidOrganisationCode(string value)
    {
        var code = value.AsSpan(OrganisationCodeStart, OrganisationCodeLength);
        var sum = 0;
        for (var i = 0; i < OrganisationCodeWeights.Length; i++)
        {
            sum += OrganisationCodeAlphabet.IndexOf(code[i], StringComparison.Ordinal) * OrganisationCodeWeights[i];
        }

        var expected = (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit)
        };
        return code[^1] == expected;
    }
}
