using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Matches;

/// <summary>Matches a text that is on no list against the capabilities. Nothing of it is kept.</summary>
internal sealed class TryMatch(LiveIndex index, CodeBooks codeBooks)
{
    /// <summary>The capabilities that fit, best first, each with its reasons; none below the threshold that people see.</summary>
    public IReadOnlyList<Fit> Run(Wish wish, int top) => Survey(wish, top).Fits;

    /// <summary>The same, and what the required conditions do to it.</summary>
    public (IReadOnlyList<Fit> Fits, MatchSurvey Survey) Survey(Wish wish, int top)
    {
        var codes = codeBooks.Current;
        var field = codes.Field(wish.Field) ?? codes.FieldMeantBy(wish.Field);
        var need = new NeedDocument
        {
            Id = Guid.Empty,
            Revision = 1,
            Title = wish.Title ?? "",
            Description = wish.Description,
            Technologies = wish.Technologies,
            Field = field?.Name ?? wish.Field,
            FieldArea = field?.Area,
            RegionCode = codes.RegionMeantBy(wish.Region)?.Code,
            Conditions = wish.Conditions
        };
        var matcher = index.Matcher;
        var survey = matcher.Survey(need, top);
        var found = (
            from match in survey.Best.TakeWhile(m => m.Score >= Matcher.ShownFrom)
            let capability = matcher.Capability(match.Id)
            where capability is not null
            select (Match: match, Capability: capability)).ToArray();
        var explanations = matcher.Explain(need, found.Select(f => f.Capability));
        return ([.. found.Zip(explanations, (f, explanation) => new Fit(f.Match.Id, f.Match.Score, explanation.Reasons))], survey);
    }

    /// <summary>What someone wishes, in own words; what is absent is not stated.</summary>
    internal sealed record Wish
    {
        public string? Title { get; init; }

        public required string Description { get; init; }

        public IReadOnlyList<string> Technologies { get; init; } = [];

        public string? Field { get; init; }

        public string? Region { get; init; }

        public IReadOnlyList<MatchCondition> Conditions { get; init; } = [];
    }

    /// <summary>A capability that fits, how well (0–1), and why.</summary>
    internal sealed record Fit(Guid CapabilityId, double Score, IReadOnlyList<MatchReason> Reasons);
}
