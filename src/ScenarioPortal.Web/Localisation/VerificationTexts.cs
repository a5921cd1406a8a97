using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Verdicts and outcomes in words.</summary>
internal static class VerificationTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Word(MeasuredVerdict verdict) => verdict switch
        {
            MeasuredVerdict.Met => L["达到"],
            MeasuredVerdict.NotMet => L["没有达到"],
            _ => L["未测"]
        };

        public string Word(VerificationOutcome outcome) => outcome switch
        {
            VerificationOutcome.Met => L["每项指标都达到"],
            VerificationOutcome.MetWithReason => L["有指标没有达到，写明了理由"],
            VerificationOutcome.Missed => L["有指标没有达到"],
            _ => L["安全底线没有守住"]
        };
    }
}
