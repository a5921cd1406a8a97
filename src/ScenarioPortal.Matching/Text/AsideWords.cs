using System.Buffers;

namespace ScenarioPortal.Matching.Text;

/// <summary>The words by which <see cref="Asides"/> are known.</summary>
internal static class AsideWords
{
    /// <summary>
    /// Whatever follows is not wanted. Not among them: negations that belong to the problem or are part of a property
    /// (没人知道, 不及时, 不停产, 免布线, 非接触): the capability says them in the same words.
    /// </summary>
    public static readonly string[] Refusals =
    [
        "不想", "不要", "不要求", "不用", "不需要", "不需", "不必", "无需", "无须", "毋须", "不希望", "不打算", "不愿意", "不接受", "不考虑", "不主张",
        "不装", "不安装", "不加装", "不使用", "不采用", "不采集", "不收集", "不拍", "不拍摄", "不录", "不佩戴", "不穿戴",
        "拒绝", "反感", "抵触", "讨厌", "避免使用", "避免采用", "避免安装", "避免采集", "而不是", "而非"
    ];

    /// <summary>These forbid; what they forbid is mostly the problem itself (禁止电动车进电梯), and refused only where it is a means.</summary>
    public static readonly string[] Bans = ["不得", "不许", "不准", "不让", "不能", "不可", "不便", "不宜", "禁止", "严禁", "没有", "别"];

    /// <summary>What one does with a device or method.</summary>
    public static readonly string[] Means = ["装", "安装", "加装", "架设", "采集", "拍摄", "录像", "录音", "录屏", "佩戴", "戴", "布线", "打孔", "开孔", "开洞"];

    /// <summary>They look like the above and are none.</summary>
    public static readonly string[] NoRefusals =
        ["要不要", "用不用", "想不想", "需不需要", "可不可", "能不能", "有没有", "不得不", "不得已", "不要紧", "不用说", "不装卸", "不拍卖"];

    /// <summary>Here something else begins, unless they are part of a word: 不用改造 就 能用, 不用人下水 的 办法.</summary>
    public static readonly SearchValues<char> Turns = SearchValues.Create("就也的而但只却又还才便要能可且");

    /// <summary>Said of anything at any time.</summary>
    public static readonly HashSet<ulong> Passing = [.. Keys(
        """
        第一天 第二天 第三天 次日 隔天 当天 当日 今天 昨天 明天 每天 每日 天天 一天 两天 三天 几天 整天
        每周 每月 每年 每季 周末 本月 上月 下月 月底 年底 年初 今年 去年 明年 前年 当年 近年 近年来 一年 两年 三年 半年 几年 多年
        夜里 白天 晚上 早上 上午 中午 下午 凌晨 一夜 现在 目前 近期 以前 以后 后来 平时 有时 经常 常常 往往 及时 随时 时候
        分钟 小时 个月 秒钟 星期 左右 以上 以下 以内 之内 之间 之一 平均 约为 大约 至少 最多 不少于 不低于 不超过 超过
        首批 首期 首次 第一 第二 第三 一次 两次 三次 多次 每次 一半 多半 半数 一成 两成 三成 四成 五成
        东西 办法 法子 知道 希望 怎么 怎么办 什么 哪里 有没有 能不能 可不可以 请问 需要 可以 想要 要求 情况 问题 方面 进行 实现 看到 看见 不见
        """)];

    private static IEnumerable<ulong> Keys(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => TermKey.Of(word));
}
