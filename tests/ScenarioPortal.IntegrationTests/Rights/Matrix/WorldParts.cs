using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Valid codes in a row, none of anybody who exists.</summary>
internal static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static int _last;

    public static UnifiedSocialCreditCode Next()
    {
        var body = $"{Interlocked.Increment(ref _last):00000000}";
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var check = 11 - (body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11);
        var code = $"91110101{body}{(check == 10 ? "X" : check == 11 ? "0" : $"{check}")}";
        return new UnifiedSocialCreditCode(code + Alphabet.First(last => UnifiedSocialCreditCode.TryParse(code + last, out _)));
    }
}

/// <summary>Words that only some may read, wherever they come up.</summary>
internal sealed record Secret(string Text, IReadOnlyList<string> Readers);
