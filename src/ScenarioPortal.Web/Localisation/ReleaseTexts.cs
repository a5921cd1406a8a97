using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Writing;

namespace ScenarioPortal.Web.Localisation;

/// <summary>What stands over and around a released list, on its page and in its files alike.</summary>
internal static class ReleaseTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Heading(ReleaseColumn column, ListKind kind) => (column, kind) switch
        {
            (ReleaseColumn.Number, _) => L["编号"],
            (ReleaseColumn.Title, ListKind.Opportunities) => L["场景名称"],
            (ReleaseColumn.Title, ListKind.Capabilities) => L["能力名称"],
            (ReleaseColumn.Title, _) => L["案例名称"],
            (ReleaseColumn.Summary, ListKind.Opportunities) => L["需求概述"],
            (ReleaseColumn.Summary, ListKind.Capabilities) => L["能力概述"],
            (ReleaseColumn.Summary, _) => L["解决办法"],
            (ReleaseColumn.Organisation, ListKind.Opportunities) => L["发布单位"],
            (ReleaseColumn.Organisation, ListKind.Capabilities) => L["单位"],
            (ReleaseColumn.Organisation, _) => L["需求方"],
            (ReleaseColumn.Partner, _) => L["能力方"],
            (ReleaseColumn.Results, _) => L["实测结果"],
            (ReleaseColumn.Field, _) => L["领域"],
            (ReleaseColumn.Region, _) => L["区域"],
            (ReleaseColumn.Budget, _) => L["预算"],
            (ReleaseColumn.Deadline, _) => L["报名截止"],
            (ReleaseColumn.Certificates, _) => L["企业资质"],
            _ => L["成熟度"]
        };

        /// <summary>The line under the title of an annex, in parts.</summary>
        public IReadOnlyList<string> AnnexNotes(string? organiser, DateTimeOffset releasedAt, ListKind kind, int count) =>
        [
            .. organiser is null ? (string[])[] : [L["发布单位：{0}", organiser]],
            L["发布日期：{0}", releasedAt.DayInShanghai().InFull()],
            L["共 {0}", L.Count(kind, count)]
        ];

        public string FormatName(IReleaseFormat format) => format.Extension switch
        {
            "xlsx" => L["Excel 工作簿（xlsx）"],
            "docx" => L["Word 附件（docx）"],
            "csv" => L["CSV 表格（csv）"],
            _ => L["开放数据（json）"]
        };
    }
}
