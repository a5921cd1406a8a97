namespace ScenarioPortal.Web.Workbooks;

/// <summary>Why a row that can be read is not taken from an upload, and why an upload is given up.</summary>
internal static class IntakeRefusals
{
    public const string OtherOrganisation = "这一行写的单位是“{0}”，不是本单位“{1}”。只能导入本单位的内容：请改正单位名称，或删去这一行。";
    public const string OtherCode = "这一行的信用代码“{0}”不是本单位的。请改正，或删去这一行。";
    public const string IdTaken = "编号“{0}”已经被用过。请换一个编号，或清空这一格。";
    public const string Twice = "与第 {0} 行重复：同一名称（或同一编号）只收一条。请改名或合并。";
    public const string TwiceOnSheet = "与“{0}”第 {1} 行重复：同一名称（或同一编号）只收一条。请改名或合并。";
    public const string NotEditable = "本单位已有“{0}”，已提交或已公开，内容与这一行不同。请到工作台修改它，或给这一行换一个名称。";
    public const string NoLongerEditor = "上传的人已不能替本单位填写，所以没有处理。请单位的编辑重新上传。";
    public const string GivenUp = "处理时多次中断，已经停下。请重新上传；还是不行，请联系平台。";
    public const string NotATable = "这不是能导入的表格。请上传 .xlsx、.xls 或 .csv 文件。";
}
