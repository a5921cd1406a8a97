using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>A dictionary of a few dozen words: enough to tell what matching promises, without a file.</summary>
internal static class TinyDictionary
{
    public const string Words = """
        无人机 300 n
        无人 200 n
        直升机 100 n
        直升 20 v
        消防 150 n
        灭火 90 v
        森林 120 n
        森林防火 40 n
        防火 80 v
        老人 200 n
        独居 60 v
        独居老人 20 n
        跌倒 70 v
        摔倒 70 v
        毫米波 30 n
        雷达 90 n
        毫米波雷达 25 n
        检测 300 v
        监测 250 v
        管网 60 n
        供水 80 v
        供水管网 15 n
        漏损 20 n
        定位 140 v
        水库 70 n
        大坝 60 n
        视频 200 n
        识别 180 v
        平台 300 n
        系统 400 n
        研究 300 v
        研究生 200 n
        生命 250 n
        命 100 n
        起源 90 n
        """;

    public const string Characters = """
        # OpenCC's form: comments, a tab, several choices
        養	养
        機	机
        無	无
        乾	干 乾
        測	测
        國	国
        """;

    public const string Phrases = """
        乾坤	乾坤
        乾燥	干燥
        """;

    public static TextAnalyzer Analyzer { get; } = Load(Words);

    public static TextAnalyzer Load(string words) =>
        TextAnalyzer.Load(new StringReader(words), new StringReader(Characters), new StringReader(Phrases));
}
