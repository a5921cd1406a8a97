using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Web.Localisation;

/// <summary>States and outcomes of choices in words.</summary>
internal static class ChoiceTexts
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>A score as people read it: 82.5.</summary>
    public static string Points(double score) => score.ToString("0.#", CultureInfo.InvariantCulture);

    extension(IStringLocalizer<Texts> L)
    {
        public string Word(ChoiceState state) => state switch
        {
            ChoiceState.Open => L["比选中"],
            ChoiceState.Alone => L["第一轮：各自评分"],
            ChoiceState.Together => L["第二轮：互看评分"],
            ChoiceState.Decided => L["已决定"],
            _ => L["已取消"]
        };

        public string Word(CandidateOutcome outcome) => outcome switch
        {
            CandidateOutcome.Chosen => L["选中"],
            CandidateOutcome.NotChosen => L["没有选中"],
            CandidateOutcome.Left => L["决定之前已退出"],
            _ => L["等决定"]
        };

        /// <summary>专家一</summary>
        public string Expert(int place) => L["专家{0}", Language.IsEnglish ? $"{place}" : $"{Numerals[place - 1]}"];

        /// <summary>How far an expert has come.</summary>
        public string Progress(ChoiceExpert expert) => expert switch
        {
            { Declared: null } => L["还没有申报利益关系"],
            { Declared: Interests.Conflict } => L["有利益冲突，不参加"],
            { SecondAt: not null } => L["两轮都已提交"],
            { FirstAt: not null } => L["第一轮已提交"],
            _ => L["没有利益冲突，还没有评分"]
        };
    }
}
