using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>A pair of words in use, one that was switched off, one that waits for a judgement.</summary>
internal static class WorldThesaurus
{
    public static void AddTo(WorldBuilder world)
    {
        var pair = Pair("路坑");
        var refused = Pair("灯灭");
        refused.SwitchOff(Guid.Empty, world.Now);
        var suggestion = ThesaurusEntry.Suggested(WordRelation.Solves, world.Named("井响"), "道路养护", "smart-city", ThesaurusOrigin.Decisions, 5, world.Now);
        world.Add("pair", pair, pair.Id);
        world.Add("pair refused", refused, refused.Id);
        world.Add("suggestion", suggestion, suggestion.Id);
        world.Name("word of pair", pair.Word);

        ThesaurusEntry Pair(string word) => new(WordRelation.Solves, world.Named(word), "道路养护", "smart-city", Guid.Empty, world.Now);
    }
}
