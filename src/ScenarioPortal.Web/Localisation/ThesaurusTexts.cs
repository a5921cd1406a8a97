using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>The thesaurus in words.</summary>
internal static class ThesaurusTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Name(WordRelation relation) => relation switch
        {
            WordRelation.Same => L["同义"],
            WordRelation.Solves => L["用它解决"],
            _ => L["用到它"]
        };

        /// <summary>What a relation means, with an example.</summary>
        public string Meaning(WordRelation relation) => relation switch
        {
            WordRelation.Same => L["同义：简称、别名或英文，例如“MES”和“制造执行系统”"],
            WordRelation.Solves => L["用它解决：前面是问题，后面是办法，例如“井盖丢失”和“井盖位移传感”"],
            _ => L["用到它：前面是产品，后面是技术，例如“智能手环”和“可穿戴设备”"]
        };

        public string Name(ThesaurusState state) => state switch
        {
            ThesaurusState.Active => L["在用"],
            ThesaurusState.Suggested => L["建议"],
            _ => L["已停用"]
        };

        public string Name(ThesaurusOrigin origin) => origin switch
        {
            ThesaurusOrigin.Shipped => L["平台自带"],
            ThesaurusOrigin.Editor => L["管理员添加"],
            ThesaurusOrigin.Corpus => L["清单里常在一起"],
            _ => L["匹配的供需里常在一起"]
        };
    }
}
