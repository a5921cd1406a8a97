namespace ScenarioPortal.Matching.Index;

/// <summary>Makes a segment of documents, which stand in it as they come.</summary>
internal static class SegmentBuilder
{
    /// <param name="documents">Each number once.</param>
    /// <param name="largestImpact">What the largest impact is; see <see cref="Impact.Of"/>.</param>
    /// <param name="layout">How to lay it out.</param>
    /// <exception cref="ArgumentException">Two documents have the same number, or not as many impacts as terms.</exception>
    public static ImpactSegment Build(IReadOnlyList<IndexedDocument> documents, float largestImpact, SegmentLayout layout)
    {
        var (terms, counts, numbers) = (new TermTable(), new int[64], new int[documents.Count]);
        var ordinals = new int[documents.Sum(d => d.Terms.Length)];
        var next = 0;
        for (var position = 0; position < documents.Count; position++)
        {
            var document = documents[position];
            numbers[position] = document.Number;
            if (document.Terms.Length != document.Impacts.Length)
            {
                throw new ArgumentException($"Document {document.Number} has {document.Terms.Length} terms and {document.Impacts.Length} impacts.", nameof(documents));
            }

            foreach (var term in document.Terms.Span)
            {
                var ordinal = terms.FindOrAdd(term);
                if (ordinal >= counts.Length)
                {
                    Array.Resize(ref counts, counts.Length * 2);
                }

                counts[ordinal]++;
                ordinals[next++] = ordinal;
            }
        }

        var writer = new SegmentWriter(layout, terms, counts, numbers);
        next = 0;
        for (var position = 0; position < documents.Count; position++)
        {
            foreach (var impact in documents[position].Impacts.Span)
            {
                writer.Add(ordinals[next++], position, Impact.Of(impact, largestImpact));
            }
        }

        return writer.Finish();
    }
}
