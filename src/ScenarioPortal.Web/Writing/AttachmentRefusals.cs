namespace ScenarioPortal.Web.Writing;

/// <summary>Why something about an attachment is not done.</summary>
internal static class AttachmentRefusals
{
    public const string TooMany = "一次最多选 {0} 个文件，这个没有上传。";
    public const string DescribedByOther = "您打开之后，别人把这里改成了“{0}”。您写的还在，再保存一次就用您的。";
    public const string CopyGone = "这份草稿刚刚被删除了。";
}
