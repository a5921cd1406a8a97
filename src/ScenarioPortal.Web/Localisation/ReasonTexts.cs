using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Reasons of a match as sentences: reasons are data, these are the words.</summary>
internal static class ReasonTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Heading(Criterion criterion) => criterion switch
        {
            Criterion.Purpose => L["要解决的事"],
            Criterion.Technology => L["技术"],
            Criterion.Condition => L["条件"],
            Criterion.Field => L["领域"],
            Criterion.Region => L["区域"],
            Criterion.Maturity => L["成熟度"],
            Criterion.Budget => L["预算"],
            Criterion.Schedule => L["时间"],
            Criterion.Experience => L["案例"],
            Criterion.Confirmation => L["时效"],
            Criterion.Thesaurus => L["词库"],
            Criterion.Peers => L["相近的能力"],
            Criterion.Meaning => L["语义相近"],
            Criterion.Credit => L["信用"],
            _ => criterion.ToString()
        };

        public string Word(Verdict verdict) => verdict switch
        {
            Verdict.Met => L["符合"],
            Verdict.Partly => L["部分"],
            Verdict.Unmet => L["不符"],
            _ => L["未注明"]
        };

        /// <summary>The reason as one sentence; a reason from a later version that has no sentence here says only its verdict.</summary>
        public string Sentence(MatchReason reason, CodeBook codes)
        {
            var values = reason.Values;
            return reason.Detail switch
            {
                ReasonDetail.SimilarWords => SharedWords.Of(reason) is { Count: > 0 } words ? L["都说到：{0}", string.Join(L["、"], words)] : L["说法不同，意思相近"],
                ReasonDetail.NoSimilarWords => L["两边的说法几乎没有相同之处"],
                ReasonDetail.ThesaurusLeads => L["词库认为相关：{0}", L.Joined([.. values.Chunk(2).Select(pair => string.Join(" → ", pair))])],
                ReasonDetail.PeersFit => L["与它相近的能力也对得上"],
                ReasonDetail.PeersFitLess => L["与它相近的能力对得不多"],
                ReasonDetail.TechnologyFound => L["有“{0}”", values[0]],
                ReasonDetail.TechnologyFoundInPart => L["部分涉及“{0}”", values[0]],
                ReasonDetail.TechnologyNotMentioned => L["没有提到“{0}”，不等于没有", values[0]],
                ReasonDetail.FieldSame => L["同属{0}", codes.FieldToRead(values[0])],
                ReasonDetail.FieldSameArea => L["{0}与{1}，同属{2}", codes.FieldToRead(values[0]), codes.FieldToRead(values[1]), codes.AreaToRead(values[2])],
                ReasonDetail.FieldSuggestedByWords => L["领域不同（{0}、{1}），但这类需求常由后者解决", codes.FieldToRead(values[0]), codes.FieldToRead(values[1])],
                ReasonDetail.FieldDifferent => L["领域不同：{0}、{1}", codes.FieldToRead(values[0]), codes.FieldToRead(values[1])],
                ReasonDetail.FieldNotStated => L["有一方没有写领域"],
                ReasonDetail.RegionSameDistrict => L["同在{0}", codes.RegionName(values[0])],
                ReasonDetail.RegionSameCity when values[0] == values[1] => L["同在{0}", codes.RegionName(values[0])],
                ReasonDetail.RegionSameCity => L["同一座城市：{0}、{1}", codes.RegionName(values[0]), codes.RegionName(values[1])],
                ReasonDetail.RegionSameProvince => L["同一个省：{0}、{1}", codes.RegionName(values[0]), codes.RegionName(values[1])],
                ReasonDetail.RegionServed => L["服务范围包含{0}", codes.RegionName(values[^1])],
                ReasonDetail.RegionElsewhere => L["在{0}，服务范围未注明", codes.RegionName(values[^1])],
                ReasonDetail.RegionNotServed => L["服务范围不含{0}", codes.RegionName(values[0])],
                ReasonDetail.RegionNotStated => L["有一方没有写区域"],
                ReasonDetail.MaturityReached => L["成熟度 TRL {0}，达到要求的 TRL {1}", values[0], values[1]],
                ReasonDetail.MaturityBelow => L["成熟度 TRL {0}，低于要求的 TRL {1}", values[0], values[1]],
                ReasonDetail.MaturityNotStated => L["没有要求或没有写成熟度"],
                ReasonDetail.BudgetEnough => L["起价 {0}，在预算 {1} 之内", MoneyTexts.AmountOf(values[0]), MoneyTexts.AmountOf(values[1])],
                ReasonDetail.BudgetNearlyEnough => L["起价 {0}，略高于预算 {1}", MoneyTexts.AmountOf(values[0]), MoneyTexts.AmountOf(values[1])],
                ReasonDetail.BudgetTooSmall => L["起价 {0}，超出预算 {1}", MoneyTexts.AmountOf(values[0]), MoneyTexts.AmountOf(values[1])],
                ReasonDetail.BudgetNotStated => L["预算或价格未注明"],
                ReasonDetail.ScheduleInTime => L["最早 {0} 可以开始，赶得上 {1} 的期限", DayIn(values[0]), DayIn(values[1])],
                ReasonDetail.ScheduleTooLate => L["最早 {0} 才能开始，赶不上 {1} 的期限", DayIn(values[0]), DayIn(values[1])],
                ReasonDetail.ScheduleNotStated => L["期限或最早开始日期未注明"],
                ReasonDetail.ConditionFound => L["满足“{0}”", values[0]],
                ReasonDetail.ConditionFoundInPart => L["部分满足“{0}”", values[0]],
                ReasonDetail.ConditionNotMentioned => L["没有提到“{0}”，需要询问", values[0]],
                ReasonDetail.ConditionExcludes => L["不满足必须条件“{0}”", values[0]],
                ReasonDetail.ConditionFails => L["不满足“{0}”", values[0]],
                ReasonDetail.CaseSimilar => L["做过类似的：{0}", values[0]],
                ReasonDetail.NotConfirmed => L["{0}，匹配分因此少 {1}", L.NotConfirmed, MatchTexts.Cost(values[0])],
                ReasonDetail.MeaningNear => L["语言模型认为两边意思相近"],
                ReasonDetail.MeaningFar => L["语言模型认为两边意思不近"],
                ReasonDetail.CreditBelowZero => L["{0}，匹配分因此少 {1}", L.CreditBelowZero, MatchTexts.Cost(values[0])],
                _ => L.Word(reason.Verdict)
            };
        }
    }

    private static string DayIn(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.InFull() : day;
}
