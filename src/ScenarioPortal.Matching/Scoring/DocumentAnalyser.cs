using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Turns documents into vectors. Thread-safe.</summary>
internal sealed class DocumentAnalyser(TextAnalyzer text, FieldNames fields)
{
    /// <summary>Turns the key of a term into that of the same term where only a search finds it.</summary>
    private const ulong SearchOnly = 0x5EA7_C40B_5E55_ED01UL;

    private const float SearchOnlyWeight = 1f;

    [ThreadStatic]
    private static List<Term>? _terms;

    public static ulong SearchOnlyKey(ulong key) => key ^ SearchOnly;

    public AnalysedDocument Analyse(NeedDocument need) => Analyse(Section.Of(need), need.Keywords, need.Field);

    public AnalysedDocument Analyse(CapabilityDocument capability) =>
        Analyse(Section.Of(capability), capability.Keywords, capability.Field);

    /// <summary>The terms of a single text, as they take part in matching.</summary>
    public TermVector Vector(string words)
    {
        var vector = new TermVectorBuilder();
        foreach (var term in Terms(words))
        {
            if (term.Kind != TermKind.Number)
            {
                vector.Add(term.Key, 1);
            }
        }

        return vector.Build();
    }

    /// <summary>The terms of a text, valid until the next call on this thread.</summary>
    public List<Term> Terms(string words)
    {
        var terms = _terms ??= [];
        terms.Clear();
        text.Analyze(words, terms);
        return terms;
    }

    private AnalysedDocument Analyse(IEnumerable<Section> sections, string? keywords, string? field)
    {
        var (matching, searchOnly) = (new TermVectorBuilder(), new TermVectorBuilder());
        foreach (var section in sections)
        {
            foreach (var term in Terms(section.Text))
            {
                // Plain numbers (200, 2026) meet by chance; a search may still ask for them.
                var vector = term.Kind == TermKind.Number ? searchOnly : matching;
                vector.Add(term.Kind == TermKind.Number ? SearchOnlyKey(term.Key) : term.Key, section.Weight);
            }
        }

        foreach (var term in Terms(keywords ?? ""))
        {
            searchOnly.Add(SearchOnlyKey(term.Key), SearchOnlyWeight);
        }

        return new AnalysedDocument { Matching = matching.Build(), SearchOnly = searchOnly.Build(), Field = fields.Find(field) };
    }
}
