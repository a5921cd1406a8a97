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
        Analyse(Section.Of(capability), capability.Keywords, capability.ListedField ?? capability.Field) with
        {
            Certificates = capability.Certificates.Count == 0 ? TermVector.Empty : Vector(string.Join('\n', capability.Certificates)),
            Vector = capability.Vector
        };

    /// <summary>The text as it is compared.</summary>
    public string Normalise(string words) => text.Normalise(words);

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

    /// <summary>The terms of a part of a section that take part in matching, with their places in the part.</summary>
    public Term[] MatchingTerms(Section section)
    {
        var terms = Terms(section.Text);
        var asides = Asides(section, terms);
        return [.. terms.Where(term => !asides[term.Start])];
    }

    /// <summary>Which characters of a part of a section, given with its terms, do not say what is wanted.</summary>
    public bool[] Asides(Section section, List<Term> terms) =>
        section.HasAsides ? text.Asides(section.Text, terms) : new bool[section.Text.Length];

    private AnalysedDocument Analyse(IEnumerable<Section> sections, string? keywords, string? field)
    {
        var (matching, searchOnly) = (new TermVectorBuilder(), new TermVectorBuilder());
        foreach (var section in sections)
        {
            var terms = Terms(section.Text);
            var asides = Asides(section, terms);
            foreach (var term in terms)
            {
                // Plain numbers (200, 2026) meet by chance, and asides are not what is wanted; a search may still ask for them.
                var matches = term.Kind != TermKind.Number && !asides[term.Start];
                (matches ? matching : searchOnly).Add(matches ? term.Key : SearchOnlyKey(term.Key), section.Weight);
            }
        }

        foreach (var term in Terms(keywords ?? ""))
        {
            searchOnly.Add(SearchOnlyKey(term.Key), SearchOnlyWeight);
        }

        return new AnalysedDocument { Matching = matching.Build(), SearchOnly = searchOnly.Build(), Field = fields.Find(field) };
    }
}
