using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Budgets as people read them: in 万元, or in English as CNY. Missing is 未注明, never zero.</summary>
internal static class MoneyTexts
{
    private const decimal Wan = 10_000m;
    private const decimal WanOfMillion = 100m;

    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>80–120 万元, 150 万元以内, 60 万元, 未注明.</summary>
        public string Budget(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
        {
            (null, null) => L["未注明"],
            ({ } least, null) => L["{0}以上", Amount(least)],
            (null, { } most) => L["{0}以内", Amount(most)],
            ({ } least, { } most) when least == most => Amount(least),
            ({ } least, { } most) when Language.IsEnglish => $"{Amount(least)} – {Amount(most)}",
            ({ } least, { } most) => $"{Plain(least)}–{Plain(most)} 万元"
        };
    }

    /// <summary>80 万元; CNY 800,000; CNY 2.6 million.</summary>
    public static string Amount(decimal wan) =>
        !Language.IsEnglish ? $"{Plain(wan)} 万元"
        : wan >= WanOfMillion ? $"CNY {Plain(wan / WanOfMillion)} million"
        : string.Create(CultureInfo.InvariantCulture, $"CNY {wan * Wan:#,0}");

    /// <summary>An amount in 万元 as reasons carry it.</summary>
    public static string AmountOf(string wan) =>
        decimal.TryParse(wan, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? Amount(amount) : wan;

    private static string Plain(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
