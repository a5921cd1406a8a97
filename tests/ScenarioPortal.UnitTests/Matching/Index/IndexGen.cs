using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.UnitTests.Matching.Index;

/// <summary>
/// Collections as they are: a few terms that nearly every document has and many that few have; impacts of few values, so that many documents have equal
/// scores; windows of 64 documents, so that a few hundred documents fill several and all three ways of keeping a term occur.
/// </summary>
internal static class IndexGen
{
    public const float LargestImpact = 2;

    public const int Numbers = 600;

    public const int Terms = 60;

    public static readonly SegmentLayout[] Layouts =
    [
        new() { WindowBits = 6, ListedFrom = 12, DenseShare = 4 },
        new() { WindowBits = 6, ListedFrom = 1, DenseShare = 16 },
        new() { WindowBits = 8, ListedFrom = 3, DenseShare = 8 },
        new() { WindowBits = 7, ListedFrom = int.MaxValue },
        SegmentLayout.Standard
    ];

    /// <summary>By a seed: with collections of this size CsCheck would spend its time on remembering how each value came about.</summary>
    public static IndexedDocument Document(Random chance, int number)
    {
        var terms = Vector(chance, 14);
        return new IndexedDocument(number, terms, Array.ConvertAll(terms, _ => chance.Next(1, chance.Next(2) == 0 ? 3 : 9) * 0.25f));
    }

    public static IndexedDocument[] Documents(Random chance, int most)
    {
        var numbers = Enumerable.Range(0, Numbers).ToArray();
        chance.Shuffle(numbers);
        return [.. numbers.Take(chance.Next(most + 1)).Select(n => Document(chance, n))];
    }

    public static (ulong[] Terms, float[] Weights) Query(Random chance)
    {
        var terms = Vector(chance, 40);
        var equal = chance.Next(3) == 0;
        return (terms, Array.ConvertAll(terms, _ => equal ? 1f : chance.Next(8) == 0 ? 0 : (float)Math.Exp(chance.NextDouble() * 6)));
    }

    public static DocumentMask? Mask(Random chance)
    {
        if (chance.Next(2) == 0)
        {
            return null;
        }

        var mask = new DocumentMask(Numbers);
        var share = chance.NextDouble();
        for (var number = 0; number < Numbers; number++)
        {
            if (chance.NextDouble() < share)
            {
                mask.Add(number);
            }
        }

        return mask;
    }

    /// <summary>Different terms, the first the most frequent.</summary>
    private static ulong[] Vector(Random chance, int most) =>
        [.. Enumerable.Range(0, chance.Next(1, most + 1)).Select(_ => (ulong)(Terms * Math.Pow(chance.NextDouble(), 2.5))).Distinct()];
}
