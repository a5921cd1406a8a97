namespace ScenarioPortal.Exchange.Reading;

/// <summary>How a cell was understood: the sentences that <see cref="Reason"/> carries.</summary>
public static class CellRemarks
{
    public const string DateRead = "“{0}”读作 {1}。";
    public const string SerialDate = "“{0}”是表格的日期序号，读作 {1}。";
    public const string DateNotRead = "“{0}”不是日期，截止日期读作未注明，原文保留。";
    public const string MoneyNotRead = "“{0}”读作未注明，原文保留。";
    public const string MoneyWithoutUnit = "“{0}”没有单位，读作未注明。请写成“{0}万元”。";
    public const string UnitFromHeader = "“{0}”按表头的单位读作 {1} 万元。";
    public const string LowerTrl = "“{0}”取较低的 TRL {1}。";
    public const string TrlNotRead = "“{0}”不是 1–9 级，技术成熟度读作未注明，原文保留。";
    public const string FormulaError = "公式出错（{0}），按空白读入。";
    public const string CompanyFromAbove = "公司名称空着，按上一行读作“{0}”。";
    public const string DescriptionFromElsewhere = "简介空着，以“{0}”列的内容代替。";
    public const string TitleFromDescription = "表中没有名称列，取“{0}”为名称。";
}
