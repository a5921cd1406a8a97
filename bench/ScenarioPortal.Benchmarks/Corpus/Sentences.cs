using System.Globalization;
using System.Text;

namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>Puts sentences after one another until a text is as long as list texts usually are, 150–200 characters.</summary>
internal static class Sentences
{
    private const int Enough = 150;
    private const int Longest = 200;

    public static string Join(Random chance, string opening, params ReadOnlySpan<Func<string>> others)
    {
        var order = Enumerable.Range(0, others.Length).ToArray();
        chance.Shuffle(order);
        var text = new StringBuilder(opening, Longest);
        foreach (var next in order)
        {
            var sentence = others[next]();
            if (text.Length + sentence.Length <= Longest)
            {
                text.Append(sentence);
            }

            if (text.Length >= Enough)
            {
                break;
            }
        }

        return text.ToString();
    }

    public static string Measure(Random chance) =>
        string.Format(CultureInfo.InvariantCulture, Phrases.Measure.Pick(chance), chance.Next(2, 100));

    public static string[] Some(Zipf<string> words, int count, Random chance) =>
        [.. Enumerable.Range(0, count).Select(_ => words.Pick(chance)).Distinct()];
}
