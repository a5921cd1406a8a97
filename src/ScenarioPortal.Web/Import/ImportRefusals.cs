namespace ScenarioPortal.Web.Import;

/// <summary>Why a row that can be read is still not taken.</summary>
internal static class ImportRefusals
{
    public const string Twice = "与{0}重复：同一单位、同一名称（或同一编号）只收一条。请改名或合并。";
}
