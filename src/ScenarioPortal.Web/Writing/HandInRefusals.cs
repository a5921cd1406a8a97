namespace ScenarioPortal.Web.Writing;

/// <summary>Why something is not handed in, whether it was typed or uploaded.</summary>
internal static class HandInRefusals
{
    public const string NoRegion = "请填写所在区域。单位资料里没有区域，平台不知道该由哪里审核。";
}
