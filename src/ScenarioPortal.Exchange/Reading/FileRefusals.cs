namespace ScenarioPortal.Exchange.Reading;

/// <summary>Why a file, or a sheet of it, is not read: the sentences that <see cref="Reason"/> carries.</summary>
public static class FileRefusals
{
    public const string Empty = "文件是空的。请填写内容后再上传。";
    public const string NoRows = "表头下面没有内容。请填写后再上传。";
    public const string TooBig = "文件超过 {0} MB。请删去图片，或分成几个文件上传。";
    public const string TooManyRows = "表格超过 {0} 行。请分成几个文件上传。";
    public const string TooManyColumns = "表格超过 {0} 列。请只保留清单的列后再上传。";
    public const string TooManySheets = "工作簿超过 {0} 个工作表。请只保留清单所在的工作表后再上传。";
    public const string CellTooLong = "第 {0} 行有一格超过 {1} 字。请检查引号是否成对，或删减文字后再上传。";
    public const string NotASpreadsheet = "这不是表格文件。请上传 .xlsx、.xls、.csv 或 .jsonl 文件。";
    public const string OtherFormat = "这是{0}文件。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。";
    public const string UnknownEncoding = "文件的文字编码无法识别。请另存为 .xlsx 后再上传。";
    public const string Encrypted = "文件设了密码。请取消密码后再上传。";
    public const string Corrupt = "文件已损坏，无法读取。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。";
    public const string Bomb = "文件解压后过大，为安全起见没有读取。请把清单复制到新的工作簿后再上传。";
    public const string NoHeader = "没有找到认得的表头。表头应在前 {0} 行内，至少有名称或简介等两列，例如“{1}”“{2}”。";
    public const string WrongList = "这张表看起来是{0}（有“{1}”等列）。请改在{0}处上传。";
}
