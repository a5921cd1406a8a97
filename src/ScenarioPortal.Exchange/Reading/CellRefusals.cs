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
    public const string CertificateWithoutName = "第 {0} 项证书没有名称。请写上名称，或者把这一项清空。";
    public const string CertificateWithoutDay = "第 {0} 项证书“{1}”的有效期“{2}”不是日期。请写成 2027-05-31 这样，长期有效就空着。";
    public const string CertificateTooLong = "第 {0} 项证书太长：名称、发证机构各不超过 {1} 字，编号不超过 {2} 字。";
    public const string TooManyCertificates = "证书有 {0} 项，最多写 {1} 项。";
    public const string NotACount = "“{0}”不是 1 到 {1} 的整数。请写一个数，说不准就空着。";
    public const string NegativeMoney = "金额不能是负数。";
    public const string NotARegionCode = "行政区划代码应为 6 位数字。";
    public const string NotJson = "这一行不是正确的 JSON，请检查引号和逗号。";
    public const string NotAnObject = "这一行应是一个 JSON 对象，以“{{”开头，以“}}”结尾。";
    public const string LineTooLong = "这一行超过 {0} 字，没有读取。";
}
