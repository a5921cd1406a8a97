using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Uploads in words.</summary>
internal static class UploadTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Word(UploadState state) => state switch
        {
            UploadState.Waiting => L["等待检查"],
            UploadState.Checking => L["正在检查"],
            UploadState.Checked => L["已检查，等您决定"],
            UploadState.Taking => L["正在导入"],
            UploadState.Done => L["已导入"],
            _ => L["没有读成"]
        };

        public string Word(RowOutcome outcome) => outcome switch
        {
            RowOutcome.Added => L["将新增"],
            RowOutcome.Changed => L["将修改"],
            RowOutcome.Unchanged => L["没有变化"],
            _ => L["要改"]
        };

        public string Say(UploadReason reason) => L[reason.Template, [.. reason.Values.Select(object (v) => reason.Template == FileRefusals.WrongList ? L[v].Value : v)]];
    }
}
