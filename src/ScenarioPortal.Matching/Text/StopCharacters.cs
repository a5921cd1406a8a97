namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Characters that say nothing about the subject on their own: particles, pronouns, numerals, common verbs of any notice.
/// They still take part in words.
/// </summary>
internal static class StopCharacters
{
    private static readonly CharacterSet All = new(
        "的了在和与及或等对为被把将从到也都不有无要能会可是以按每各个家年月日多少高低大小上下中内外前后新老"
        + "一二三四五六七八九十两万百千元这那其该只再又就还但由用于并想来去做给让没太很才如时说看须应已且所之而则更最");

    public static bool Contains(char character) => All.Contains(character);
}
