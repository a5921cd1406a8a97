using Microsoft.Extensions.Localization;
using ScenarioPortal.Matching.Scoring;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What the weights of matching are called, and what is wrong in a file of them.</summary>
internal static class WeightTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string NameOfWeight(string name) => name switch
        {
            "hints" => L["词库联想"],
            "affinity" => L["文字指向的领域"],
            "peers" => L["相近能力的参考"],
            "peer-count" => L["参考几项相近能力"],
            "field" => L["领域一致"],
            "region" => L["区域相近"],
            "technology" => L["技术对得上"],
            "maturity" => L["成熟度达到"],
            "budget" => L["价格在预算内"],
            "schedule" => L["时间来得及"],
            "condition" => L["条件满足或不满足"],
            "silence" => L["没有确认仍有效"],
            "credit" => L["单位的信用低于零"],
            "meaning" => L["语义相近"],
            "middle" => L["得半分所需的依据"],
            _ => name
        };

        public string Sentence(MatchWeightsException refusal) => refusal.Mistake switch
        {
            WeightMistake.Header => L["第 {0} 行：表头应为“{1}”。", [refusal.Line!, .. refusal.Values]],
            WeightMistake.Parts => L["第 {0} 行：要有名称、规模、数值和理由四项，用英文逗号隔开。", refusal.Line!],
            WeightMistake.Size => L["第 {0} 行：“{1}”不是规模，请写 0 或正整数。", [refusal.Line!, .. refusal.Values]],
            WeightMistake.Name => L["第 {0} 行：没有叫“{1}”的权重。", [refusal.Line!, .. refusal.Values]],
            WeightMistake.Range => L["第 {0} 行：{1} 应在 {2} 到 {3} 之间，不能是“{4}”。", [refusal.Line!, .. refusal.Values]],
            _ => L["缺少从 0 起的数值：{0}。", [.. refusal.Values]]
        };
    }
}
