namespace ScenarioPortal.Exchange.Reading;

/// <summary>Why a row is not taken: the sentences that <see cref="Reason"/> carries.</summary>
public static class CellRefusals
{
    public const string NoTitle = "请填写名称。";
    public const string NoDescription = "请填写简介，说清楚这是什么。";
    public const string TitleTooLong = "名称有 {0} 字，请缩短到 {1} 字以内。";
    public const string IdTooLong = "编号有 {0} 字，请缩短到 {1} 字以内。";
    public const string DescriptionTooLong = "简介有 {0} 字，请缩短到 {1} 字以内。";
    public const string NoSuchDay = "没有“{0}”这一天，请核对日期。";
    public const string YearOutOfRange = "“{0}”的年份不在 {1}–{2} 之间，请核对日期。";
    public const string NegativeMoney = "金额不能是负数。";
    public const string NotARegionCode = "行政区划代码应为 6 位数字。";
    public const string NotJson = "这一行不是正确的 JSON，请检查引号和逗号。";
    public const string NotAnObject = "这一行应是一个 JSON 对象，以“{{”开头，以“}}”结尾。";
    public const string LineTooLong = "这一行超过 {0} 字，没有读取。";
}
