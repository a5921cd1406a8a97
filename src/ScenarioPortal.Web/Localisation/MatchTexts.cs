using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Localisation;

/// <summary>How many partners something has, and how far it has come. The portal keeps the best of each side, so a full count is “at least”.</summary>
internal static class MatchTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>超过 180 天未确认.</summary>
        public string NotConfirmed => L["超过 {0} 天未确认", Capability.CurrentForDays];

        /// <summary>What anybody may read of credit: that it is below zero, where that moves a rank.</summary>
        public string CreditBelowZero => L["近来该答复而没有答复、约定了而没有做到的较多"];

        public string CapabilitiesThatFit(int count) => count switch
        {
            0 => L["暂无合适的能力"],
            >= PairJudge.Kept => L["至少 {0} 项能力对得上", count],
            _ => L["{0} 项能力对得上", count]
        };

        public string OpportunitiesThatFit(int count) => count switch
        {
            0 => L["暂无合适的机会"],
            >= PairJudge.Kept => L["至少 {0} 条机会对得上", count],
            _ => L["{0} 条机会对得上", count]
        };

        /// <summary>The step of the path that a readiness level belongs to.</summary>
        public string Stage(int trl) => trl switch
        {
            <= 5 => L["技术突破"],
            <= 7 => L["场景验证"],
            8 => L["产业应用"],
            _ => L["体系升级"]
        };
    }

    /// <summary>A part of a score in the invariant format of a reason, as the page shows scores; a small one is not shown as nothing.</summary>
    public static string Cost(string cost) =>
        double.TryParse(cost, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Part(value) : cost;

    /// <summary>The same of a number.</summary>
    public static string Part(double score) => score.ToString(score < 0.01 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>0.87, rounded down: only what fits perfectly is a 1.</summary>
    public static string Score(double score) => Math.Round(score, 2, MidpointRounding.ToZero).ToString("0.00", CultureInfo.InvariantCulture);
}
