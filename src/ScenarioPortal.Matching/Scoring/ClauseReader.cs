namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Cuts documents into clauses and analyses these, which is two thirds of explaining a pair; those of documents that were asked for lately are kept, whatever becomes of the lists. Thread-safe.
/// </summary>
internal sealed class ClauseReader(DocumentAnalyser analyser)
{
    /// <summary>At about 10 KB each.</summary>
    private const int MostKept = 4_000;

    private readonly Recent<object, Clause[]> _kept = new(MostKept);

    public Clause[] Of(NeedDocument need) => _kept.Of(need, n => Read(Section.Of((NeedDocument)n)));

    public Clause[] Of(CapabilityDocument capability) => _kept.Of(capability, c => Read(Section.Of((CapabilityDocument)c)));

    private Clause[] Read(IEnumerable<Section> sections) =>
    [
        .. from section in sections
           from text in ClauseSplitter.Split(section.Text)
           select new Clause(text, analyser.MatchingTerms(section with { Text = text }), section.IsCase)
    ];
}
