using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Localisation;

/// <summary>States, acts and reasons of pairings in words.</summary>
internal static class PairingTexts
{
    /// <summary>Whole days in Shanghai from one to the other.</summary>
    public static int Days(DateTimeOffset from, DateTimeOffset to) => to.DayInShanghai().DayNumber - from.DayInShanghai().DayNumber;

    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>The step itself: 签约.</summary>
        public string Word(PairingState state) => state switch
        {
            PairingState.Proposed => L["牵线"],
            PairingState.Interested => L["意向"],
            PairingState.Invited => L["邀请"],
            PairingState.Engaged => L["对接"],
            PairingState.Agreed => L["签约"],
            PairingState.Piloting => L["试点"],
            PairingState.Verified => L["验证通过"],
            PairingState.Adopted => L["产业应用"],
            PairingState.Scaled => L["推广"],
            PairingState.Declined => L["婉拒"],
            PairingState.Withdrawn => L["撤回"],
            PairingState.Lapsed => L["逾期未答复"],
            PairingState.EndedWithinLimits => L["容错结束"],
            _ => L["终止"]
        };

        public string Word(PairingSide side) => side switch
        {
            PairingSide.Publisher => L["需求方"],
            PairingSide.Company => L["能力方"],
            PairingSide.Operator => L["运营机构"],
            _ => L["平台"]
        };

        public string Word(PairingReason reason) => reason switch
        {
            PairingReason.DoesNotFit => L["与需要的不是一回事"],
            PairingReason.ConditionNotMet => L["写明的条件没有满足"],
            PairingReason.OtherChosen => L["选定了别的单位"],
            PairingReason.NoneChosen => L["比选之后没有选定任何一家"],
            PairingReason.NoCapacity => L["现在没有人手或经费"],
            PairingReason.TimeDoesNotFit => L["时间对不上"],
            PairingReason.NoAgreement => L["价格、数据或权责没有谈拢"],
            PairingReason.Changed => L["情况有变"],
            PairingReason.NotKept => L["约定没有做到"],
            PairingReason.NotSafe => L["安全或合规上有问题"],
            _ => L["其他"]
        };

        public string Word(PublicView view) => view switch
        {
            PublicView.Hidden => L["不公开"],
            PublicView.Steps => L["公开双方、步骤和用时"],
            _ => L["公开双方、步骤、用时和每一步写的话"]
        };

        /// <summary>What was done: 提出签约, 确认签约.</summary>
        public string Told(PairingEvent happened) => happened.Action switch
        {
            PairingAction.Offer when happened.Veiled => L["表达意向，暂不署名"],
            PairingAction.Offer => L["表达意向"],
            PairingAction.Reveal => L["署名"],
            PairingAction.Invite => L["发出邀请"],
            PairingAction.Propose => L["牵线搭桥"],
            PairingAction.Accept when happened.State is PairingState.Engaged => L["接受，开始对接"],
            PairingAction.Accept => L["愿意，等对方答复"],
            PairingAction.Decline => L["婉拒"],
            PairingAction.Withdraw => L["撤回"],
            PairingAction.Lapse => L["逾期未答复，自动结束"],
            PairingAction.Suggest => L["提出：{0}", L.Word(happened.Step!.Value)],
            PairingAction.Confirm => L["确认：{0}", L.Word(happened.Step!.Value)],
            PairingAction.Refuse => L["没有确认：{0}", L.Word(happened.Step!.Value)],
            PairingAction.TakeBack => L["撤回提出的：{0}", L.Word(happened.Step!.Value)],
            PairingAction.WritePlan => L["写好验证方案，等对方同意"],
            PairingAction.AgreePlan => L["同意验证方案"],
            PairingAction.WriteResult => L["写明验证结果"],
            _ => L["终止"]
        };

        /// <summary>The button that does it.</summary>
        public string Button(PairingAction action) => action switch
        {
            PairingAction.Accept => L["愿意对接"],
            PairingAction.Decline => L["婉拒"],
            PairingAction.Withdraw => L["撤回"],
            PairingAction.Suggest => L["提出下一步"],
            PairingAction.Confirm => L["确认"],
            PairingAction.Refuse => L["有出入，不确认"],
            PairingAction.TakeBack => L["撤回提出的这一步"],
            PairingAction.WritePlan => L["写验证方案"],
            PairingAction.AgreePlan => L["同意验证方案"],
            PairingAction.WriteResult => L["写验证结果"],
            PairingAction.Reveal => L["现在署名"],
            _ => L["终止对接"]
        };

        /// <summary>What whoever presses it should know.</summary>
        public string Explained(PairingAction action) => action switch
        {
            PairingAction.Accept => L["答复之后双方正式对接，可以约时间、看现场、谈协议。"],
            PairingAction.Decline => L["对方会看到原因和您写的话，这次对接就此结束。"],
            PairingAction.Withdraw => L["对方会看到原因和您写的话，这次对接就此结束；以后还可以重新发起。"],
            PairingAction.Suggest => L["写明办成了什么。对方确认之后，这一步才算数。"],
            PairingAction.Confirm => L["确认之后，这一步就算数了。"],
            PairingAction.Refuse => L["写明哪里不对，对方改好可以再提出。"],
            PairingAction.TakeBack => L["撤回之后可以再提出。"],
            PairingAction.Reveal => L["对方马上看到您是哪家单位、哪项能力，双方可以开始留言；不能再收回。"],
            PairingAction.AgreePlan => L["同意之后就可以开始试点；试点一开始，方案就锁定，谁也不能再改。"],
            _ => L["对方会看到原因和您写的话。已经写下的都会保留。"]
        };
    }
}
