using System.Globalization;

namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>
/// The words of the language around the subject, as often as they are: without this tail of a hundred thousand words every text would share most of its
/// words with every other, and an index of a million would be no larger than one of a thousand.
/// </summary>
internal sealed class DictionaryWords
{
    /// <summary>Texts about projects use the commonest words less than the newspapers that the dictionary counted.</summary>
    private const double Flattened = 0.72;

    private const int LeastFrequency = 3;

    private readonly string[] _words;
    private readonly double[] _upTo;

    private DictionaryWords((string Word, double Share)[] words)
    {
        _words = Array.ConvertAll(words, w => w.Word);
        _upTo = new double[words.Length];
        var sum = 0.0;
        for (var i = 0; i < words.Length; i++)
        {
            _upTo[i] = sum += words[i].Share;
        }
    }

    /// <summary>Nouns, verbs and adjectives of 2–4 characters, without names.</summary>
    public static DictionaryWords Read(string file) => new(
    [
        .. File.ReadLines(file)
            .Select(line => line.Split(' '))
            .Where(c => c is [{ Length: >= 2 and <= 4 }, _, "n" or "nz" or "ng" or "vn" or "v" or "a" or "b" or "l" or "nl"])
            .Select(c => (Word: c[0], Frequency: int.Parse(c[1], CultureInfo.InvariantCulture)))
            .Where(w => w.Frequency >= LeastFrequency)
            .OrderByDescending(w => w.Frequency).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Select(w => (w.Word, Math.Pow(w.Frequency, Flattened)))
    ]);

    public string Pick(Random chance)
    {
        var found = Array.BinarySearch(_upTo, chance.NextDouble() * _upTo[^1]);
        return _words[Math.Min(found < 0 ? ~found : found, _words.Length - 1)];
    }
}
