using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Errors;

/// <summary>What happened and what to do next, for each status a reader may meet.</summary>
internal sealed record ErrorTexts(string What, string Next)
{
    public static ErrorTexts Of(int status, IStringLocalizer<Texts> L) => status switch
    {
        400 => new(L["这个请求平台看不懂"], L["地址或填写的内容可能不完整。请退回上一页检查，或从首页重新进入。"]),
        403 => new(L["这里不对您开放"], L["您没有查看这一页的权限。需要的话，请联系平台运营方。"]),
        404 => new(L["没有找到这一页"], L["地址可能有误，也可能内容已经撤下或尚未公开。可以从清单里重新找。"]),
        409 => new(L["内容刚刚被别人改过"], L["为了不覆盖别人的修改，这次没有保存。请退回上一页，比对之后再提交。"]),
        413 => new(L["提交的内容太大"], L["请把文件或文字分成几份再提交。"]),
        429 => new(L["访问得太频繁，请稍等"], L["为了让大家都能用，平台对短时间内的请求数设了上限。稍等片刻就会恢复。"]),
        503 => new(L["平台暂时连不上数据库，请稍等再试"], L["不是您操作有误。平台正在自动恢复，通常几分钟就好。"]),
        >= 500 => new(L["平台出了点问题"], L["不是您操作有误。问题已经记下，请稍后再试。"]),
        _ => new(L["这个请求没有完成"], L["请退回上一页再试，或从首页重新进入。"])
    };
}
