using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Filters and orders of the lists in words.</summary>
internal static class FacetTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string FacetName(string facet) => facet switch
        {
            ListShape.Status => L["状态"],
            ListShape.Field => L["领域"],
            ListShape.Region => L["区域"],
            ListShape.Deadline => L["截止"],
            ListShape.Scale => L["规模"],
            ListShape.Budget => L["预算"],
            ListShape.Trl => L["成熟度"],
            ListShape.Step => L["步骤"],
            ListShape.Year => L["开始的年份"],
            _ => facet
        };

        /// <summary>A value as it stands under the name of its facet.</summary>
        public string FacetValue(string facet, string value, CodeBook codes) => (facet, value) switch
        {
            (_, ListShape.NotStated) => L["未注明"],
            (ListShape.Status, "open") => L["报名中"],
            (ListShape.Status, _) => L["已关闭"],
            (ListShape.Field, _) => codes.FieldName(value, value) ?? value,
            (ListShape.Region, _) => codes.RegionName(value),
            (ListShape.Deadline, _) => L["{0} 天内", value],
            (ListShape.Scale, _) => codes.EntryName("scales", value),
            (ListShape.Budget, "0-50") => L["{0}以内", MoneyTexts.Amount(50)],
            (ListShape.Budget, "50-200") => L.Budget(50, 200),
            (ListShape.Budget, "200-1000") => L.Budget(200, 1000),
            (ListShape.Budget, _) => L["{0}以上", MoneyTexts.Amount(1000)],
            (ListShape.Trl, "1-5") => L["TRL 1–5 技术突破"],
            (ListShape.Trl, "6-7") => L["TRL 6–7 场景验证"],
            (ListShape.Trl, "8") => L["TRL 8 产业应用"],
            (ListShape.Trl, "9") => L["TRL 9 体系升级"],
            (ListShape.Step or ListShape.Reached or ListShape.EndedAt, _) when Enum.TryParse<PairingState>(value, out var state) => L.Word(state),
            (ListShape.Year, _) => L["{0} 年", value],
            (ListShape.Stuck, _) => L["卡住"],
            _ => value
        };

        /// <summary>A value as it stands alone, among other conditions.</summary>
        public string FacetCondition(string facet, string value, CodeBook codes) => (facet, value) switch
        {
            (_, ListShape.NotStated) => L["{0}未注明", L.FacetName(facet)],
            (ListShape.Deadline, _) => L["{0} 天内截止", value],
            (ListShape.Budget, _) => L["预算 {0}", L.FacetValue(facet, value, codes)],
            (ListShape.Year, _) => L["{0} 年开始", value],
            (ListShape.Reached, _) => L["到过“{0}”这一步", L.FacetValue(facet, value, codes)],
            (ListShape.EndedAt, _) => L["到“{0}”之后结束", L.FacetValue(facet, value, codes)],
            (ListShape.Answered, _) => L["{0}作了首次答复", value],
            (ListShape.Missed, _) => L["{0}逾期没有答复", value],
            _ => L.FacetValue(facet, value, codes)
        };

        public string SortName(string sort) => sort switch
        {
            ListShape.BestFirst => L["与搜索最相符"],
            "deadline" => L["即将截止"],
            "newest" => L["最新发布"],
            "budget" => L["预算从高到低"],
            "trl" => L["成熟度从高到低"],
            "urgency" => L["最急的在前"],
            "moved" => L["最近有进展"],
            "longest" => L["进行最久"],
            "began" => L["最近开始"],
            _ => sort
        };
    }
}
