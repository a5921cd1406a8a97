using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pages.Market;

/// <summary>The parts of the two tables, as they stand in the address.</summary>
internal static class MarketParts
{
    public const string FirstChoice = "first";
    public const string Other = "other";
    public const string Without = "without";
    public const string Wanted = "wanted";
    public const string Free = "free";

    extension(MarketView.Need need)
    {
        /// <summary>Whether it is assigned what fits best, something else, or nothing.</summary>
        public string Part() => need.Partner is null ? Without : need.Regret > 0 ? Other : FirstChoice;
    }

    extension(MarketView.Capability capability)
    {
        /// <summary>Whether more needs want it first than it takes, or places stay free; else null.</summary>
        public string? Part() => capability.Demand > capability.Capacity ? Wanted : capability.Held < capability.Capacity ? Free : null;
    }
}
