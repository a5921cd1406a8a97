namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>Invented brands, models and organisations: the rare words, of which each stands in a handful of texts.</summary>
internal static class Names
{
    private const string First = "云启智远海天中华恒博瑞星金嘉宏泰德安盛科创联信亿卓锐晨凌北东南新鸿景源力铭睿曜澜岳峻昊";
    private const string Second = "岭航图景域维测瞳链核洲擎羽麓泽驰川垦舟翎衡鉴朗澄韵越拓颖澈蔚弘硕翔霖屿";

    private static readonly string[] Offices = ["应急管理局", "水利局", "交通运输局", "城市管理局", "农业农村局", "数据局", "工业和信息化局", "卫生健康局", "城市投资集团有限公司", "交通投资集团有限公司", "水务集团有限公司", "文化旅游集团有限公司", "人民医院", "开发区管委会"];
    private static readonly string[] Trades = ["科技有限公司", "智能装备有限公司", "信息技术有限公司", "数据科技股份有限公司", "机器人有限公司", "环境科技有限公司", "研究院"];

    public static string Brand(Random chance) => $"{First[chance.Next(First.Length)]}{Second[chance.Next(Second.Length)]}";

    public static string Model(Random chance) =>
        $"{(char)('A' + chance.Next(26))}{(char)('A' + chance.Next(26))}-{chance.Next(10, 1000)}";

    public static string Office(Place place, Random chance) => $"{place.Name}{Offices[chance.Next(Offices.Length)]}";

    public static string Company(string brand, Place place, Random chance) => $"{place.ShortName}{brand}{Trades[chance.Next(Trades.Length)]}";
}
