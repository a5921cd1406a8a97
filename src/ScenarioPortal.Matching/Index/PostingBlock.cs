using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// For each term the documents that have it and its weight in them, all in three arrays. Scoring goes term by term and
/// adds into one number per document: at some ten thousand documents these numbers stay in the cache, and nothing beats it.
/// </summary>
internal sealed class PostingBlock
{
    private readonly int[] _offsets;
    private readonly int[] _documents;
    private readonly float[] _weights;

    private PostingBlock(int[] offsets)
    {
        _offsets = offsets;
        _documents = new int[offsets[^1]];
        _weights = new float[offsets[^1]];
    }

    /// <summary>Builds the block over documents 0…n−1.</summary>
    public static PostingBlock Build(IReadOnlyList<AnalysedDocument> documents, Vocabulary vocabulary, Saturation saturation, float typicalLength)
    {
        var terms = documents.Select(d => (Matching: Numbers(d.Matching, vocabulary), SearchOnly: Numbers(d.SearchOnly, vocabulary))).ToArray();
        var block = new PostingBlock(Offsets(terms.SelectMany(t => new[] { t.Matching, t.SearchOnly }), vocabulary.Count));
        var free = block._offsets.AsSpan(0, vocabulary.Count).ToArray();
        for (var document = 0; document < terms.Length; document++)
        {
            var analysed = documents[document];
            var pivot = saturation.Pivot(analysed.Matching.Length, typicalLength);
            var factor = saturation.Factor(analysed.Matching);
            Fill(terms[document].Matching, analysed.Matching);
            Fill(terms[document].SearchOnly, analysed.SearchOnly);

            void Fill(int[] numbers, TermVector vector)
            {
                for (var i = 0; i < numbers.Length; i++)
                {
                    var place = free[numbers[i]]++;
                    block._documents[place] = document;
                    block._weights[place] = factor * saturation.Weigh(vector.Frequencies[i], pivot);
                }
            }
        }

        return block;
    }

    /// <summary>Adds the term's share to the score of each document that has it.</summary>
    public void AddScores(int term, float weight, Span<float> scores)
    {
        if ((uint)term >= (uint)(_offsets.Length - 1))
        {
            return;
        }

        // Without bounds checks this loop, which is nearly all the work of a query, takes half the time. The block's documents
        // are numbered below its count, and the scores are at least as many.
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var document = ref MemoryMarshal.GetArrayDataReference(_documents);
        ref var share = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (var i = _offsets[term]; i < _offsets[term + 1]; i++)
        {
            Unsafe.Add(ref score, Unsafe.Add(ref document, i)) += weight * Unsafe.Add(ref share, i);
        }
    }

    private static int[] Numbers(TermVector vector, Vocabulary vocabulary) => Array.ConvertAll(vector.Keys, vocabulary.FindOrAdd);

    private static int[] Offsets(IEnumerable<int[]> terms, int vocabulary)
    {
        var offsets = new int[vocabulary + 1];
        foreach (var numbers in terms)
        {
            foreach (var number in numbers)
            {
                offsets[number + 1]++;
            }
        }

        for (var term = 0; term < vocabulary; term++)
        {
            offsets[term + 1] += offsets[term];
        }

        return offsets;
    }
}
