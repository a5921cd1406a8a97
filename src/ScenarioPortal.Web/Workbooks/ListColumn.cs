using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>A column that a list can have.</summary>
/// <param name="Field">What it feeds.</param>
/// <param name="Heading">By its name in Chinese it stands in a template, which every reader knows; its value is the reader's word for it.</param>
/// <param name="Hint">What to write, in the same way.</param>
internal sealed record ListColumn(SheetField Field, LocalizedString Heading, LocalizedString Hint)
{
    public bool IsRequired { get; init; }

    /// <summary>Not in the template, because a person's own organisation is meant anyway.</summary>
    public bool IsOnlyRecognised { get; init; }
}

internal static class ListColumns
{
    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>The columns of a list in the order of its template.</summary>
        public IReadOnlyList<ListColumn> ColumnsOf(ListKind kind) => kind is ListKind.Opportunities ? L.NeedColumns() : L.OfferColumns();

        private IReadOnlyList<ListColumn> NeedColumns() =>
        [
            new(SheetField.ExternalId, L["外部编号"], L["本单位自己的编号，可以空着；填了，再次导入时按编号认出同一条。"]),
            new(SheetField.Title, L["应用场景名称"], L["必填。一句话说出要解决的事，200 字以内。"]) { IsRequired = true },
            new(SheetField.Description, L["场景简介"], L["必填。谁，在哪里，遇到什么，想做到什么，8000 字以内。"]) { IsRequired = true },
            new(SheetField.Region, L["所属区域"], L["从列表里选，或写六位行政区划代码；空着就是本单位所在地。"]),
            new(SheetField.Zone, L["开发区"], L["园区或开发区的名称，可以空着。"]),
            new(SheetField.LandingArea, L["拟落地应用区域"], L["哪条街、哪个园区、几个点位。"]),
            new(SheetField.Field, L["应用领域"], L["从列表里选，没有合适的可以直接写。"]),
            new(SheetField.Subfield, L["细分领域"], L["可以空着。"]),
            new(SheetField.Kind, L["场景分类"], L["从列表里选：规模有多大。"]),
            new(SheetField.ScenarioType, L["场景类型"], L["可以空着。"]) { IsOnlyRecognised = true },
            new(SheetField.RequiredTech, L["技术要求"], L["用顿号隔开，例如：毫米波雷达、边缘计算。"]),
            new(SheetField.RequiredConditions, L["必备条件"], L["一行一条。不满足的会被排除，所以只写真正必须的。"]),
            new(SheetField.WishedConditions, L["优先条件"], L["一行一条。只影响排序，不排除。"]),
            new(SheetField.Cooperation, L["合作方式"], L["开放哪些场地和数据，怎么合作。"]),
            new(SheetField.Budget, L["预算（万元）"], L["写数字或范围，例如 50–80；也可以写“面议”。"]),
            new(SheetField.Investment, L["投资方式"], L["例如：政府投资、企业投资、合作共建。"]),
            new(SheetField.Deadline, L["报名截止日期"], L["例如 2026-12-31，或“2026年底”。"]),
            new(SheetField.AcceptanceCriteria, L["验收指标"], L["最好是能量出来的：现在是多少，想到多少，怎么量。"]),
            new(SheetField.Contact, L["联系方式"], L["科室、姓氏和办公电话就够，不要写身份证号。"]),
            new(SheetField.Publisher, L["发布单位"], L["可以空着；写了就要和本单位名称一致。"]) { IsOnlyRecognised = true },
            new(SheetField.PublisherCode, L["统一社会信用代码"], L["可以空着；写了就要和本单位的一致。"]) { IsOnlyRecognised = true }
        ];

        private IReadOnlyList<ListColumn> OfferColumns() =>
        [
            new(SheetField.ExternalId, L["外部编号"], L["本单位自己的编号，可以空着；填了，再次导入时按编号认出同一条。"]),
            new(SheetField.Title, L["产品名称"], L["必填。产品或方案的名称，200 字以内。"]) { IsRequired = true },
            new(SheetField.Description, L["能力概述"], L["必填。解决什么问题，怎么解决，需要对方准备什么，8000 字以内。"]) { IsRequired = true },
            new(SheetField.Field, L["应用领域"], L["从列表里选，没有合适的可以直接写。"]),
            new(SheetField.Region, L["所属区域"], L["从列表里选，或写六位行政区划代码；空着就是本单位所在地。"]),
            new(SheetField.Zone, L["开发区"], L["园区或开发区的名称，可以空着。"]),
            new(SheetField.Tech, L["关键技术"], L["用顿号隔开，例如：毫米波雷达、边缘计算。"]),
            new(SheetField.Trl, L["技术成熟度"], L["从列表里选 1 到 9：1–3 实验室，4–5 样机，6–7 真实环境验证过，8 定型，9 批量应用。"]),
            new(SheetField.Cases, L["应用案例"], L["一行一个：哪里，什么时候，做成什么。"]),
            new(SheetField.Effect, L["应用成效"], L["最好有数字：以前多少，现在多少。"]),
            new(SheetField.Innovation, L["创新亮点"], L["和别人不一样的地方。"]),
            new(SheetField.ApplicableScenes, L["适用场景"], L["在哪些地方用得上。"]),
            new(SheetField.TargetCustomers, L["意向客户"], L["想和哪些单位对接。"]),
            new(SheetField.ServiceRegions, L["服务区域"], L["用顿号隔开；不填就是不限。"]),
            new(SheetField.Qualifications, L["企业资质"], L["证书用分号隔开，有期限的写在括号里，例如：ISO9001（有效期至 2027-05-31）；高新技术企业。"]),
            new(SheetField.ProjectsAtOnce, L["可同时承接项目数"], L["写一个整数，说不准就空着。"]),
            new(SheetField.Contact, L["联系方式"], L["科室、姓氏和办公电话就够，不要写身份证号。"]),
            new(SheetField.Company, L["企业名称"], L["可以空着；写了就要和本单位名称一致。"]) { IsOnlyRecognised = true },
            new(SheetField.CompanyCode, L["统一社会信用代码"], L["可以空着；写了就要和本单位的一致。"]) { IsOnlyRecognised = true }
        ];
    }
}
