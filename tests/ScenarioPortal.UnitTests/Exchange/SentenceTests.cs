using System.Reflection;
using System.Text.RegularExpressions;
using ScenarioPortal.Exchange.Reading;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed partial class SentenceTests
{
    public static TheoryData<string> Sentences =>
    [
        .. new[] { typeof(FileRefusals), typeof(CellRefusals), typeof(CellRemarks) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(constant => (string)constant.GetValue(null)!)
    ];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentences_use_Chinese_punctuation_and_end(string sentence)
    {
        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
        Assert.DoesNotMatch(HalfWidth(), sentence);
    }

    [GeneratedRegex(@"[一-鿿][,:;?()""]|[,;:?()""][一-鿿]")]
    private static partial Regex HalfWidth();
}
