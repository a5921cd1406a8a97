using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Duplicates;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Writing;

/// <summary>Published needs that say what a text says, perhaps in other words. One look into the index, one question to the database; drafts are in neither.</summary>
internal sealed class SimilarNeeds(PortalDbContext db, LiveIndex index, DuplicateFinder finder, CodeBooks codeBooks, HomeRegion home)
{
    public const int Shown = 3;

    /// <summary>Somewhat below where duplicates begin: a hint too many costs a glance, one too few a second project.</summary>
    private const double ShownFrom = 0.4;

    private const int TextMin = 6;
    private const int WordsShown = 5;

    /// <summary>The likest first, then those that were answered before the text moved on; none for capabilities.</summary>
    /// <param name="kind">What is being written.</param>
    /// <param name="texts">Its texts by field, answers included.</param>
    /// <param name="own">The item that is being changed, which is like itself.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<IReadOnlyList<SimilarNeed>> FindAsync(ListKind kind, IReadOnlyDictionary<string, string> texts, Guid? own, CancellationToken cancellation)
    {
        if (kind is not ListKind.Opportunities)
        {
            return [];
        }

        var answers = SimilarAnswer.In(texts);
        var found = Like(texts, own).ToDictionary(f => f.Need.Id, f => f.Comparison);
        Guid[] ids = [.. found.Keys.Union(answers.Keys)];
        if (ids.Length == 0)
        {
            return [];
        }

        var rows = await (
            from opportunity in db.Opportunities.Public().Where(o => ids.Contains(o.Id))
            join organisation in db.Organisations on opportunity.PublisherId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new { opportunity.Id, opportunity.Title, opportunity.Status, opportunity.Ending, Publisher = organisation.Name }).ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let comparison = found.GetValueOrDefault(row.Id)
               orderby comparison?.Score descending, row.Id
               select new SimilarNeed
               {
                   Id = row.Id,
                   Title = row.Title,
                   Publisher = row.Publisher,
                   Region = RegionName(index.Matcher.Need(row.Id)?.RegionCode),
                   Status = row.Status,
                   Ending = row.Ending,
                   Score = comparison?.Score,
                   Shared = [.. (comparison?.Shared ?? []).Where(s => s.Kind is not SenseKind.Means).Select(s => s.Second).Distinct().Take(WordsShown)],
                   Answer = answers.GetValueOrDefault(row.Id, SimilarAnswer.None)
               }
        ];
    }

    /// <summary>Whether everybody may see a need.</summary>
    public bool IsListed(Guid need) => index.Matcher.Need(need) is not null;

    private IEnumerable<FoundDuplicate> Like(IReadOnlyDictionary<string, string> texts, Guid? own)
    {
        var (title, description) = (texts.TextOf(SheetField.Title), texts.TextOf(SheetField.Description));
        if (title.Length + description.Length < TextMin)
        {
            return [];
        }

        var region = texts.TextOf(SheetField.Region);
        var text = new NeedText(title, Paragraphs.Joined(description, texts.TextOf(SheetField.Cooperation), texts.TextOf(SheetField.AcceptanceCriteria)))
        {
            Region = codeBooks.Current.RegionMeantBy(region, home.Code) is { } known ? RegionName(known.Code) : region
        };
        return finder.Find(text, index.Matcher, Shown, TextOf, need => need.Id != own).Where(f => f.Comparison.Score >= ShownFrom);
    }

    private NeedText TextOf(NeedDocument need) => new(need.Title, need.Description) { Region = RegionName(need.RegionCode) };

    private string? RegionName(string? code) => code is null ? null : codeBooks.Current.RegionName(code);
}
