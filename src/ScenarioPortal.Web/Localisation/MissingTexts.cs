using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What a company could add or change to fit a need better, said to the company itself.</summary>
internal static class MissingTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>A sentence for each condition that is unmet or not spoken of; what the other side did not state is not missing.</summary>
        public IReadOnlyList<string> Missing(IReadOnlyList<MatchReason> reasons, CodeBook codes) =>
            [.. reasons.OrderBy(r => r.Detail is ReasonDetail.ConditionExcludes ? 0 : r.Verdict is Verdict.Unmet ? 1 : 2).Select(r => L.Missing(r, codes)).OfType<string>()];

        private string? Missing(MatchReason reason, CodeBook codes) => (reason.Detail, reason.Values) switch
        {
            (ReasonDetail.ConditionExcludes, [var condition, var level]) => L["必须“{0}”，现在是 TRL {1}", condition, level],
            (ReasonDetail.ConditionFails, [var condition, var level]) => L["最好“{0}”，现在是 TRL {1}", condition, level],
            (ReasonDetail.ConditionNotMentioned, [var condition, ..]) => L["没有写到“{0}”，有就写上", condition],
            (ReasonDetail.ConditionFoundInPart, [var condition, ..]) => L["“{0}”只写到一部分", condition],
            (ReasonDetail.TechnologyNotMentioned, [var technology, ..]) => L["没有写到“{0}”，用到就写上", technology],
            (ReasonDetail.MaturityBelow, [var level, var wanted, ..]) => L["TRL {0}，要求 {1} 以上", level, wanted],
            _ => reason.Verdict is Verdict.Unmet ? L.Sentence(reason, codes) : null
        };

        /// <summary>12 项能力因“须在本市注册”被排除；若不要求，将有 15 项对得上.</summary>
        public string Effect(int removes, string condition, int without) => L["{0} 项能力因“{1}”被排除；若不要求，将有 {2} 项对得上。", removes, condition, without];
    }
}
