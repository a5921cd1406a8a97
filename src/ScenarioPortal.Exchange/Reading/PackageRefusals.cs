namespace ScenarioPortal.Exchange.Reading;

/// <summary>Why a Word or Excel file is not taken as it is.</summary>
public static class PackageRefusals
{
    public const string NotOffice = "这不是 Word 文档（.docx）或 Excel 表格（.xlsx）。请另存为这两种格式后再上传。";
    public const string Active = "文件里有宏、控件或嵌入的程序，不能上传。请另存为不带宏的 .docx 或 .xlsx。";
    public const string Foreign = "文件里夹带了别的文件，不能上传。请用 WPS 或 Excel、Word 打开，另存一份后再上传。";
    public const string LoadsFromElsewhere = "打开这个文件会从别处载入内容（外部链接、模板或图片），不能上传。请断开链接后再上传。";
    public const string Damaged = "文件不完整或已损坏。请用 WPS 或 Excel、Word 打开，另存一份后再上传。";
    public const string Bomb = "文件解压后过大，为安全起见没有读取。请删减内容后再上传。";
}
