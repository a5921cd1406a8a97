using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Writing;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>A released list and the files made of it.</summary>
internal static class Annex
{
    public static ReleaseHead HeadOf(ListKind kind) => new()
    {
        Title = "2026年第一批场景清单",
        Annex = "附件",
        SheetName = kind is ListKind.Opportunities ? "机会清单" : "能力清单",
        Notes = ["发布单位：示范市发展和改革委员会", "发布日期：2026年3月9日", "共 3 条机会"],
        Proof = $"内容校验值（SHA-256）：{new string('a', 64)}",
        Columns = [.. ReleaseColumns.Of(kind).Select(c => (c, HeadingOf(c, kind)))],
        NotStated = "未注明",
        ReleasedAt = new(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(8))
    };

    public static IReadOnlyList<ReleaseRow> Needs { get; } =
    [
        Row(1, new() { Title = "夜间河道漂浮物的发现", Summary = "主城 47 公里河道靠人工巡查，\n夜间是空白，要求“两小时内”清走, 并留记录。", Organisation = "示范市水务局", Field = "智慧水利", Region = "云桥区", Budget = "80–120 万元", Deadline = "2026-12-31" }),
        Row(2, new() { Title = "助餐点人数预测", Summary = "每天剩餐 14%，写成 <b>5%</b> & 以下；_x000D_ 也是字。", Organisation = "滨江区民政局" }),
        Row(3, new() { Title = "深基坑预警", Summary = "暴雨夜测不了。", Organisation = "示范市建设工程质量安全站", Field = "施工安全", Region = "南岭区", Budget = "300 万元", Deadline = "2027-01-15" })
    ];

    public static IReadOnlyList<ReleaseRow> Offers { get; } =
    [
        Row(1, new() { Title = "毫米波雷达姿态检测", Summary = "不装摄像头，识别跌倒。", Organisation = "听澜科技有限公司", Field = "人工智能", Region = "滨江区", Trl = "TRL 8", Certificates = "高新技术企业；ISO9001（有效期至 2027年5月31日）" }),
        Row(2, new() { Title = "无人船巡河", Summary = "夜间自动巡航。", Organisation = "澄江智能有限公司" })
    ];

    public static ReleaseRow Row(int number, FrozenItem content) => new() { SubjectId = Guid.CreateVersion7(), Number = $"2026-01-需-{number:000}", Content = content };

    public static IReadOnlyList<string> CellsOf(ListKind kind, ReleaseRow row) => [.. ReleaseColumns.Of(kind).Select(c => row[c] ?? "未注明")];

    public static async Task<byte[]> WriteAsync(string format, ListKind kind, params IEnumerable<ReleaseRow> rows)
    {
        var target = new ServerStream();
        await ReleaseFormats.Find(format)!.WriteAsync(HeadOf(kind), rows.ToAsyncEnumerable(), target, TestContext.Current.CancellationToken);
        return target.Taken;
    }

    private static string HeadingOf(ReleaseColumn column, ListKind kind) => (column, kind) switch
    {
        (ReleaseColumn.Number, _) => "编号",
        (ReleaseColumn.Title, ListKind.Opportunities) => "场景名称",
        (ReleaseColumn.Title, _) => "能力名称",
        (ReleaseColumn.Summary, ListKind.Opportunities) => "需求概述",
        (ReleaseColumn.Summary, _) => "能力概述",
        (ReleaseColumn.Organisation, ListKind.Opportunities) => "发布单位",
        (ReleaseColumn.Organisation, _) => "单位",
        (ReleaseColumn.Field, _) => "领域",
        (ReleaseColumn.Region, _) => "区域",
        (ReleaseColumn.Budget, _) => "预算",
        (ReleaseColumn.Deadline, _) => "报名截止",
        (ReleaseColumn.Certificates, _) => "企业资质",
        _ => "成熟度"
    };
}
