using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Text;
using ScenarioPortal.Matching.Thesauri;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Looks through the present lists for words that could stand in the thesaurus: of needs and the capabilities that fit them best, then
/// of texts of one list. Only what is public is read; what is known already, refused included, is not proposed again.
/// </summary>
internal sealed class SuggestPairs(PortalDbContext db, LiveIndex index, TextAnalyzer analyzer, CodeBooks codeBooks, TimeProvider time)
{
    /// <summary>An editor can judge so many at a time.</summary>
    public const int Most = 100;

    /// <summary>Bounds what one press of the button costs: about a second.</summary>
    private const int TextsMost = 3000;

    /// <summary>The capabilities that fit a need best; those further down share less than a subject.</summary>
    private const int CapabilitiesOfNeed = 3;

    public async Task<IReadOnlyList<ThesaurusEntry>> FindAsync(CancellationToken cancellation)
    {
        var known = new Thesaurus(await db.ThesaurusEntries.Select(e => new WordPair(e.Relation, e.Word, e.LeadsTo, null)).ToListAsync(cancellation));
        var texts = new Texts(index.Matcher, new WordLister(analyzer), codeBooks.Current);
        var pairs = await PairsAsync(texts, cancellation);
        var across = PairMiner.AcrossTexts(pairs, Most, known.Knows);
        var soFar = new Thesaurus(across.Select(p => new WordPair(WordRelation.Solves, p.Word, p.LeadsTo, null)));
        ReadText[] capabilities = [.. index.Current.Capabilities.Ids.Take(TextsMost).Select(texts.Capability).OfType<ReadText>()];
        var within = PairMiner.WithinTexts(capabilities, Most - across.Count, (one, other) => known.Knows(one, other) || soFar.Knows(one, other));
        var now = time.GetUtcNow();
        return
        [
            .. across.Select(p => ThesaurusEntry.Suggested(WordRelation.Solves, p.Word, p.LeadsTo, p.Field, ThesaurusOrigin.Decisions, p.Evidence, now)),
            .. within.Select(p => ThesaurusEntry.Suggested(WordRelation.MadeWith, p.Word, p.LeadsTo, p.Field, ThesaurusOrigin.Corpus, p.Evidence, now))
        ];
    }

    private async Task<IReadOnlyList<(ReadText Need, ReadText Capability)>> PairsAsync(Texts texts, CancellationToken cancellation)
    {
        Guid[] needs = [.. index.Current.Opportunities.Ids.Take(TextsMost)];
        var matches = await db.Matches.AsNoTracking().Where(m => needs.Contains(m.OpportunityId) && m.Score >= Matcher.ShownFrom)
            .BestFirst().Select(m => new { m.OpportunityId, m.CapabilityId }).ToListAsync(cancellation);
        return
        [
            .. from need in matches.GroupBy(m => m.OpportunityId)
               let text = texts.Need(need.Key)
               where text is not null
               from match in need.Take(CapabilitiesOfNeed)
               let capability = texts.Capability(match.CapabilityId)
               where capability is not null
               select (text, capability)
        ];
    }

    /// <summary>Each text is read once.</summary>
    private sealed class Texts(Matcher matcher, WordLister lister, CodeBook codes)
    {
        private readonly Dictionary<Guid, ReadText?> _read = [];

        public ReadText? Need(Guid id) => Read(id, () => matcher.Need(id) is { } need
            ? ReadTextOf(need.Field, [need.Title, need.Description, .. need.Technologies])
            : null);

        public ReadText? Capability(Guid id) => Read(id, () => matcher.Capability(id) is { } capability
            ? ReadTextOf(capability.Field, [capability.Title, capability.Description, .. capability.Technologies])
            : null);

        private ReadText? Read(Guid id, Func<ReadText?> read)
        {
            if (!_read.TryGetValue(id, out var text))
            {
                _read[id] = text = read();
            }

            return text;
        }

        private ReadText ReadTextOf(string? field, IEnumerable<string> parts) => new(lister.Words(string.Join('\n', parts)), codes.Field(field)?.Code);
    }
}
