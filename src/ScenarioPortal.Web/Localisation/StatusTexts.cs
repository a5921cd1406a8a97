using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Web.Localisation;

/// <summary>States and kinds in words.</summary>
internal static class StatusTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string Name(ListKind kind) => kind switch { ListKind.Opportunities => L["机会清单"], ListKind.Capabilities => L["能力清单"], _ => L["示范案例"] };

        /// <summary>44 条, 86 项 or 3 个: each list is counted in its own words.</summary>
        public string Count(ListKind kind, int count) => kind switch { ListKind.Opportunities => L["{0} 条机会", count], ListKind.Capabilities => L["{0} 项能力", count], _ => L["{0} 个案例", count] };

        public string Word(PlanHindrance hindrance) => hindrance is PlanHindrance.NothingLeft
            ? L["里面的条目都已经另外发布或撤回，没有可发布的。"]
            : L["定时的人已经停用，或者不再审核这个区域。请看过之后重新定时，或者现在就发布。"];

        public string Word(OpportunityStatus status) => status switch
        {
            OpportunityStatus.Draft => L["草稿"],
            OpportunityStatus.Submitted => L["待审核"],
            OpportunityStatus.Returned => L["已退回"],
            OpportunityStatus.Approved => L["审核通过，等待发布"],
            OpportunityStatus.Released => L["已发布"],
            _ => L["已关闭"]
        };

        public string Word(CapabilityStatus status) => status switch
        {
            CapabilityStatus.Draft => L["草稿"],
            CapabilityStatus.Submitted => L["待审核"],
            CapabilityStatus.Returned => L["已退回"],
            CapabilityStatus.Published => L["已发布"],
            CapabilityStatus.Suspended => L["已撤下"],
            _ => L["已归档"]
        };

        /// <summary>How a closed opportunity ended, in a word.</summary>
        public string Word(OpportunityEnding? ending) => ending switch
        {
            OpportunityEnding.Paired => L["已对接"],
            OpportunityEnding.NoSuitableSupplier => L["没有合适的供给"],
            OpportunityEnding.Withdrawn => L["已撤回"],
            OpportunityEnding.Cancelled => L["已取消"],
            OpportunityEnding.Expired => L["已到期"],
            _ => L["已关闭"]
        };

        /// <summary>What that means for the reader.</summary>
        public string Meaning(OpportunityEnding? ending) => ending switch
        {
            OpportunityEnding.Paired => L["已经找到合作单位，本机会不再接受新的意向。"],
            OpportunityEnding.NoSuitableSupplier => L["来的方案都不满足条件。发布单位可能修改条件后重新发布。"],
            OpportunityEnding.Withdrawn => L["由发布单位撤回，本机会不再接受新的意向。"],
            OpportunityEnding.Cancelled => L["由主管部门取消，本机会不再接受新的意向。"],
            OpportunityEnding.Expired => L["截止日期已过，发布单位可能重新发布。"],
            _ => L["本机会不再接受新的意向。"]
        };

        /// <summary>The part of a need or a capability that an addendum changed.</summary>
        public string Part(ListKind kind, string part) => (kind, part) switch
        {
            (_, nameof(Need.Title)) => L["名称"],
            (ListKind.Opportunities, nameof(Need.Description)) => L["需求说明"],
            (_, nameof(Offer.Description)) => L["能力说明"],
            (_, nameof(Need.FieldCode)) => L["领域"],
            (ListKind.Opportunities, nameof(Need.Technologies)) => L["技术要求"],
            (_, nameof(Offer.Technologies)) => L["用到的技术"],
            (_, nameof(Need.Cooperation)) => L["合作方向"],
            (_, nameof(Need.Budget)) => L["预算"],
            (_, nameof(Need.Deadline)) => L["截止日期"],
            (_, nameof(Need.AcceptanceCriteria)) => L["验收标准"],
            (_, nameof(Need.Conditions)) => L["条件"],
            (_, nameof(Need.Contact)) => L["联系方式"],
            (_, nameof(ScenarioSetting.RegionCode)) => L["所在区域"],
            (_, nameof(ScenarioSetting.Zone)) => L["开发区"],
            (_, nameof(ScenarioSetting.LandingArea)) => L["落地的具体地方"],
            (_, nameof(ScenarioSetting.Scale)) => L["场景分类"],
            (_, nameof(Offer.Cases)) => L["做过的案例"],
            (_, nameof(Offer.Trl)) => L["技术成熟度"],
            (_, nameof(Offer.Effect)) => L["实际效果"],
            (_, nameof(Offer.Innovation)) => L["创新亮点"],
            (_, nameof(Offer.ApplicableScenes)) => L["适用场景"],
            (_, nameof(Offer.TargetCustomers)) => L["意向客户"],
            (_, nameof(Offer.ServiceRegionCodes)) => L["能服务的区域"],
            (_, nameof(Offer.Certificates)) => L["资质证书"],
            (_, nameof(Offer.ProjectsAtOnce)) => L["可同时承接项目数"],
            _ => part
        };

        /// <summary>Words in a row as the language joins them.</summary>
        public string Joined(IEnumerable<string> words) => string.Join(L["、"], words);
    }
}
