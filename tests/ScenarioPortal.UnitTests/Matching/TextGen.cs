using CsCheck;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>Texts as they come: Chinese from few characters so that words arise, full-width and composed signs, broken surrogates.</summary>
internal static class TextGen
{
    private const string Chinese = "无人机直升消防灭火森林独居老摔跌倒毫米波雷达检测管网供水漏损定位研究生命起源養機無乾坤燥國的了，。";

    public static readonly Gen<string> ChineseText = Gen.Char[Chinese].Array[0, 60].Select(c => new string(c));

    public static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Char[Chinese],
            Gen.Char["aB9-. /Ｉｓｏ９①㎡ﬁÅe\u0301J\u030C㎬ｶﾞ가\u1161"],
            Gen.Char)
        .Array[0, 40]
        .Select(c => new string(c));
}
