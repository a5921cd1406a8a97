using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What a company could add or change to stand better for a need, and where it would stand then.</summary>
internal static class ImprovementTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Sentence(Improvement improvement, int place, double score, CodeBook codes)
        {
            var what = L.Change(improvement, codes);
            return improvement.Place < place
                ? L["{0}，将由第 {1} 位升至第 {2} 位。", what, place, improvement.Place]
                : L["{0}，匹配分由 {1} 升至 {2}，名次不变。", what, MatchTexts.Score(score), MatchTexts.Score(improvement.Score)];
        }

        private string Change(Improvement improvement, CodeBook codes) => improvement.Criterion switch
        {
            Criterion.Condition => L["补上“{0}”", improvement.What!],
            Criterion.Technology => L["写明“{0}”（确有才写）", improvement.What!],
            Criterion.Maturity => L["成熟度达到 TRL {0}", improvement.What!],
            Criterion.Region => L["服务范围加上{0}", codes.RegionName(improvement.What!)],
            _ => L["确认仍然有效"]
        };
    }
}
