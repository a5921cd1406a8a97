using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Writing;

/// <summary>What is asked for in which order. Only a name and a description must be given; the rest makes the item easier to answer.</summary>
internal static class StepTexts
{
    /// <summary>The step without texts: what is attached.</summary>
    public const string Files = "files";

    /// <summary>By what name a reviewer speaks of what is attached.</summary>
    public const string FilesRemark = "Attachments";

    extension(IStringLocalizer<Texts> L)
    {
        public IReadOnlyList<WritingStep> WritingSteps(ListKind kind) => kind is ListKind.Opportunities ? L.NeedSteps() : L.OfferSteps();

        private IReadOnlyList<WritingStep> NeedSteps() =>
        [
            new("need", L["难处与目标"], L["像跟同事说明情况那样写，不必用技术名词。"],
                new WritingField(SheetField.Title, L["需求名称"], L["一句话说出要解决的事，例如“独居老人跌倒后十分钟内有人知道”。"]) { IsRequired = true },
                new WritingField(SheetField.Description, L["现在的难处"], L["谁，在哪里，遇到什么，多久一次，造成什么后果。"]) { IsRequired = true, Rows = 7 },
                new WritingField(SheetField.AcceptanceCriteria, L["做到什么算成"], L["最好是能量出来的：现在是多少，想到多少，怎么量。"]) { Rows = 3 }),
            new("place", L["地点与领域"], L["在哪里做，属于哪一类。"],
                L.RegionField(),
                new WritingField(SheetField.Zone, L["开发区"], L["在经开区、高新区这类没有行政区划代码的地方才填。"]),
                new WritingField(SheetField.LandingArea, L["落地的具体地方"], L["哪条街、哪个园区、几个点位。"]),
                L.FieldField(),
                new WritingField(SheetField.Kind, L["场景分类"], L["规模有多大。"]) { From = WritingField.Choice.Scales }),
            new("terms", L["技术与条件"], L["不知道用什么技术就空着，平台会按难处去找。"],
                new WritingField(SheetField.RequiredTech, L["希望用到的技术"], L["用顿号隔开，例如：毫米波雷达、边缘计算。"]) { Rows = 2 },
                new WritingField(SheetField.RequiredConditions, L["必须满足的条件"], L["一行一条。不满足的会被排除，所以只写真正必须的。"]) { Rows = 3 },
                new WritingField(SheetField.WishedConditions, L["最好满足的条件"], L["一行一条。只影响排序，不排除。"]) { Rows = 3 }),
            new("offer", L["能提供什么"], L["场地、数据、资金和时间，有什么写什么。"],
                new WritingField(SheetField.Cooperation, L["合作方式"], L["开放哪些场地和数据，怎么合作。"]) { Rows = 3 },
                new WritingField(SheetField.Budget, L["预算（万元）"], L["写数字或范围，例如 50–80；也可以写“面议”。"]),
                new WritingField(SheetField.Investment, L["投资方式"], L["例如：政府投资、企业投资、合作共建。"]),
                new WritingField(SheetField.Deadline, L["什么时候截止"], L["例如 2026-12-31，或“2026年底”。不填就从公开起按平台规定的天数开放（一般 14 天），之后可以延长。"])),
            L.ContactStep(),
            L.FilesStep()
        ];

        private IReadOnlyList<WritingStep> OfferSteps() =>
        [
            new("offer", L["能做什么"], L["说清解决谁的什么问题，比罗列技术更容易被找到。"],
                new WritingField(SheetField.Title, L["能力名称"], L["产品或方案的名称。"]) { IsRequired = true },
                new WritingField(SheetField.Description, L["能力说明"], L["解决什么问题，怎么解决，需要对方准备什么。"]) { IsRequired = true, Rows = 7 },
                new WritingField(SheetField.Tech, L["用到的技术"], L["用顿号隔开，例如：毫米波雷达、边缘计算。"]) { Rows = 2 }),
            new("proof", L["凭什么相信"], L["做成过什么，量出来多少。没有的空着，空着不扣分。"],
                new WritingField(SheetField.Trl, L["技术成熟度"], L["1–3 原理和实验室，4–5 样机，6–7 真实环境验证过，8 定型量产，9 已批量应用。"]) { From = WritingField.Choice.Trl },
                new WritingField(SheetField.Cases, L["做过的案例"], L["一行一个：哪里，什么时候，做成什么。"]) { Rows = 4 },
                new WritingField(SheetField.Effect, L["实际效果"], L["最好有数字：以前多少，现在多少。"]) { Rows = 3 },
                new WritingField(SheetField.Innovation, L["创新亮点"], L["和别人不一样的地方。"]) { Rows = 3 },
                new WritingField(SheetField.Qualifications, L["资质证书"], L["只有名称必填；长期有效的不填日期，清空一项就是删去。过期的会标明“已到期”，匹配时不算。"])),
            new("where", L["适合谁"], L["在哪里能做，想给谁做。"],
                L.FieldField(),
                L.RegionField(),
                new WritingField(SheetField.Zone, L["开发区"], L["在经开区、高新区这类没有行政区划代码的地方才填。"]),
                new WritingField(SheetField.ServiceRegions, L["能服务的区域"], L["用顿号隔开；不填就是不限。"]),
                new WritingField(SheetField.ProjectsAtOnce, L["可同时承接项目数"], L["写一个整数，说不准就空着。"]),
                new WritingField(SheetField.ApplicableScenes, L["适用场景"], L["在哪些地方用得上。"]) { Rows = 2 },
                new WritingField(SheetField.TargetCustomers, L["意向客户"], L["想和哪些单位对接。"])),
            L.ContactStep(),
            L.FilesStep()
        ];

        private WritingField RegionField() =>
            new(SheetField.Region, L["所在区域"], L["写市、区的名称，或六位行政区划代码。不填就是本单位所在地。"]) { From = WritingField.Choice.Regions };

        private WritingField FieldField() => new(SheetField.Field, L["领域"], L["从列表里选，没有合适的可以直接写。"]) { From = WritingField.Choice.Fields };

        private WritingStep ContactStep() => new("contact", L["怎么联系"], L["公开页面上会遮住，除非联系人同意公开。"],
            new WritingField(SheetField.Contact, L["联系人和电话"], L["科室、姓氏和办公电话就够，不要写身份证号。"]));

        private WritingStep FilesStep() => new(Files, L["附件（选填）"], L["现场照片、图纸、方案、清单，有什么传什么。公开之后谁都能下载。"]);
    }
}
