using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Credit;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Entries of the ledger and their points in words.</summary>
internal static class CreditTexts
{
    extension(CreditEntry entry)
    {
        /// <summary>What it is for, by the rule as it was then.</summary>
        public string Why => CreditRules.Find(entry.RuleVersion, entry.RuleCode) is { } rule ? Language.IsEnglish ? rule.WhyEnglish : rule.Why : entry.RuleCode;
    }

    extension(IStringLocalizer<Texts> L)
    {
        public string Word(CreditAppeal appeal) => appeal.Upheld switch
        {
            null => L["已申诉，等审核人员决定"],
            true => L["申诉成立，已抵消"],
            false => L["申诉没有成立"]
        };
    }

    /// <summary>+3 and −3.</summary>
    public static string Whole(int points) => points.ToString("+0;−0;0", CultureInfo.InvariantCulture);

    /// <summary>+1.50 and −1.50: what is left has hundredths.</summary>
    public static string Left(decimal points) => points.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Never by colour alone: the sign stands beside it.</summary>
    public static string Tone(decimal points) => points switch
    {
        > 0 => "met",
        < 0 => "unmet",
        _ => "quiet"
    };
}
