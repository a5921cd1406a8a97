namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>The words around the subject, common to all fields; the commonest stand first.</summary>
internal static class Phrases
{
    public static Zipf<string> Today { get; } = Of("主要靠人工巡查|仍以纸质台账为主|各家系统互不相通|只能事后处置|靠老师傅凭经验判断|每年集中排查一次|外包给第三方定期检测|用的是十年前的老设备|数据要隔天才能汇总|靠群众电话反映");

    public static Zipf<string> Trouble { get; } = Of("发现晚、效率低|人手严重不足|误报太多，值班员已经麻木|夜间和雨雪天无法作业|漏检率偏高|责任说不清楚|成本逐年上升|存在人身安全风险|高峰期经常拥堵|留不住证据|偏远点位没有信号也没有电|数据口径不一，无法比较");

    public static Zipf<string> Aim { get; } = Of("做到早发现、早处置|把响应时间压到十五分钟以内|减少一半以上的人工|实现全天候不间断运行|形成闭环管理|让基层看得懂、用得上|先试点、后推广|为养护决策提供依据|与现有平台共用一套账号|结果可追溯、可核验");

    public static Zipf<string> System { get; } = Of("城市运行管理平台|一网统管平台|雪亮工程视频专网|行业监管系统|政务云|地理信息公共服务平台|应急指挥平台|物联网统一接入平台|企业资源计划系统|省级数据共享交换平台");

    public static Zipf<string> Condition { get; } = Of("数据不出本地机房|支持国产操作系统和数据库|设备防护等级不低于IP67|断网时能独立运行四小时以上|不改变现有线路和结构|采购须走公开招标|运维期不少于三年|关键部件国产化|通过网络安全等级保护三级测评|单点造价可控");

    public static Zipf<string> Support { get; } = Of("现场勘察与试验场地|近三年历史数据|视频专网接入|供电和通信条件|试点片区两处|专班对接和协调|已有杆件和机柜|政策和资金配套|安全员全程陪同|首购首用支持");

    public static Zipf<string> Measure { get; } = Of("识别准确率不低于{0}%|误报每天不超过{0}次|平均无故障时间超过{0}00小时|定位误差小于{0}厘米|处理时延低于{0}0毫秒|覆盖率达到{0}%|续航不少于{0}小时|能耗下降{0}%|可同时接入{0}00路|检出下限{0}ppm");

    public static Zipf<string> Product { get; } = Of("系统|平台|一体机|解决方案|监测终端|机器人|服务|分析软件|成套装备|云服务|算法模型|传感器|作业车|工作站");

    public static Zipf<string> Strength { get; } = Of("安装当天即可投用|按次计费，也可租赁|算法可在边缘侧运行|开放接口，便于对接|自主知识产权，已获发明专利|无需布线，电池可用五年|支持私有化部署|在零下四十度仍可工作|一人即可操作|后台自动生成报告|与主流摄像机兼容|模块可拆可换");

    public static Zipf<string> Kind { get; } = Of("高价值小切口场景|行业领域集成式场景|跨区域跨领域综合性场景");

    private static Zipf<string> Of(string phrases) => new(phrases.Split('|'));
}
