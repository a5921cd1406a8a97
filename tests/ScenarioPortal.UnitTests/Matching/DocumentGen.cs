using CsCheck;
using ScenarioPortal.Matching;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>Needs and capabilities from few words, many of them with gaps.</summary>
internal static class DocumentGen
{
    private static readonly Gen<string> Phrase = Gen.OneOfConst(
            "无人机", "直升机", "森林防火", "灭火", "独居老人", "跌倒检测", "毫米波雷达", "供水管网", "漏损定位", "水库大坝", "视频识别", "平台", "ISO9001", "的")
        .Array[0, 6]
        .Select(words => string.Join('，', words));

    private static readonly Gen<string?> Field = Gen.OneOfConst<string?>("应急管理", "水利", "养老服务", null);
    private static readonly Gen<string?> Region = Gen.OneOfConst<string?>("440305", "440300", "440000", "110101", "", null);
    private static readonly Gen<int?> Level = Gen.OneOfConst<int?>(null, 3, 6, 9);
    private static readonly Gen<decimal?> Money = Gen.OneOfConst<decimal?>(null, 50m, 120m, 5000m);
    private static readonly Gen<DateOnly?> Day = Gen.OneOfConst<DateOnly?>(null, new(2026, 6, 1), new(2027, 6, 1));

    private static readonly Gen<MatchCondition> Condition =
        from text in Gen.OneOfConst("须在本市注册", "TRL不低于7级", "具备ISO9001", "")
        from required in Gen.Bool
        select new MatchCondition { Text = text, Required = required };

    public static readonly Gen<NeedDocument> Need =
        from number in Gen.Int[1, 30]
        from title in Phrase
        from description in Phrase
        from technologies in Phrase.Array[0, 2]
        from field in Field
        from region in Region
        from level in Level
        from more in Gen.Select(Money, Day, Condition.Array[0, 2])
        select new NeedDocument
        {
            Id = Identity(number),
            Revision = 1,
            Title = title,
            Description = description,
            Technologies = technologies,
            Field = field,
            RegionCode = region,
            MinimumTrl = level,
            BudgetMaximum = more.Item1,
            Deadline = more.Item2,
            Conditions = more.Item3
        };

    public static readonly Gen<CapabilityDocument> Capability =
        from number in Gen.Int[1, 30]
        from title in Phrase
        from description in Phrase
        from technologies in Phrase.Array[0, 2]
        from field in Field
        from region in Region
        from level in Level
        from more in Gen.Select(Money, Day, Region.Array[0, 2])
        select new CapabilityDocument
        {
            Id = Identity(number),
            Revision = 1,
            Title = title,
            Description = description,
            Technologies = technologies,
            Cases = [description],
            Field = field,
            RegionCode = region,
            Trl = level,
            PriceMinimum = more.Item1,
            AvailableFrom = more.Item2,
            ServiceRegionCodes = [.. more.Item3.OfType<string>()]
        };

    public static readonly Gen<MatcherChanges> Changes =
        from needs in Need.Array[0, 6]
        from capabilities in Capability.Array[0, 12]
        from removed in Gen.Int[1, 30].Array[0, 4]
        select new MatcherChanges
        {
            Needs = needs,
            Capabilities = capabilities,
            RemovedNeeds = [.. removed.Select(Identity)],
            RemovedCapabilities = [.. removed.Select(Identity)]
        };

    public static Guid Identity(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
