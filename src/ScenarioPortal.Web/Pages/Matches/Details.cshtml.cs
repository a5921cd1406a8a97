using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Matches;

/// <summary>匹配解释: one opportunity and one capability, criterion by criterion, and why the rank.</summary>
internal sealed class DetailsModel(PortalDbContext db, LiveIndex index, CodeBooks codeBooks, MatchLog log, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    /// <summary>From which side the rank is counted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>So many ways to stand better are told.</summary>
    private const int Told = 5;

    public CodeBook Codes => codeBooks.Current;

    public Row Subject { get; private set; } = null!;

    public IReadOnlyList<MeetRow> Rows { get; private set; } = [];

    /// <summary>What neither side says anything about.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>What each criterion brings to the score; empty for a match that was computed before points were kept.</summary>
    public IReadOnlyList<ScorePoints> Points { get; private set; } = [];

    /// <summary>Where the capability stands, seen from its side.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>What would move it up, as far as it shows.</summary>
    public IEnumerable<Improvement> Improvements => Standing?.Improvements
        .Where(i => i.Place < Standing.Place || MatchTexts.Score(i.Score) != MatchTexts.Score(Standing.Score)).Take(Told) ?? [];

    /// <summary>The place among the partners of the side it is seen from, from 1.</summary>
    public int Place { get; private set; }

    public int Partners { get; private set; }

    public DateOnly Today { get; } = time.Today;

    /// <summary>This person may bring the two together.</summary>
    public bool MayBegin => Subject.IsOpen && PairingSides.Beginner(HttpContext.Person, Subject.PublisherId, Subject.OrganisationId) is not null;

    public bool FromCapability => From == "capability";

    public int Count(Verdict verdict) => Rows.Count(r => r.Verdict == verdict);

    public async Task<IActionResult> OnGetAsync(Guid opportunityId, Guid capabilityId, CancellationToken cancellation)
    {
        var subject = await ReadAsync(opportunityId, capabilityId, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        var codes = codeBooks.Current;
        var rows = MeetRow.Of(subject.Reasons, subject.Facts(codes), codes, L);
        Rows = [.. rows.Where(r => !r.IsSilent)];
        Silent = [.. rows.Where(r => r.IsSilent).Select(r => r.Heading).Distinct()];
        (Place, Partners) = await PlaceAsync(cancellation);
        Points = ScorePoints.Of(subject.Reasons, subject.Score);
        Standing = FromCapability && index.Matcher.Need(opportunityId) is { } need && index.Matcher.Capability(capabilityId) is { } capability ? index.Matcher.Stand(need, capability) : null;
        log.Opened(opportunityId, capabilityId, FromCapability ? MatchList.Capability : MatchList.Opportunity, Place);
        return Page();
    }

    private async Task<(int Place, int Partners)> PlaceAsync(CancellationToken cancellation)
    {
        var rivals = FromCapability
            ? db.Matches.Where(m => m.CapabilityId == Subject.CapabilityId)
            : db.Matches.Where(m => m.OpportunityId == Subject.OpportunityId);
        var counted = await rivals.GroupBy(_ => 1)
            .Select(g => new { Better = g.Count(m => m.Score > Subject.Score), All = g.Count() })
            .SingleAsync(cancellation);
        return (counted.Better + 1, counted.All);
    }

    private Task<Row?> ReadAsync(Guid opportunityId, Guid capabilityId, CancellationToken cancellation) => (
        from match in db.Matches.AsNoTracking()
        join opportunity in db.Opportunities.Public() on match.OpportunityId equals opportunity.Id
        join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
        join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
        join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
        from publisher in publishers.DefaultIfEmpty()
        join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        where match.OpportunityId == opportunityId && match.CapabilityId == capabilityId
        select new Row
        {
            OpportunityId = opportunity.Id,
            CapabilityId = capability.Id,
            Score = match.Score,
            Reasons = match.Reasons,
            ComputedAt = match.ComputedAt,
            IsOfEarlierJudge = match.JudgedBy != db.Judges.Max(j => (int?)j.Id),
            IsOld = match.OpportunityRevision != opportunity.Revision || match.CapabilityRevision != capability.Revision,
            Number = opportunity.Number,
            NeedTitle = opportunity.Title,
            Publisher = publisher.Name,
            PublisherId = opportunity.PublisherId,
            OrganisationId = capability.OrganisationId,
            IsOpen = opportunity.Status == OpportunityStatus.Released && (opportunity.Deadline == null || opportunity.Deadline >= Today) && opportunity.PublisherId != null && capability.OrganisationId != null,
            NeedFieldCode = opportunity.FieldCode,
            NeedFieldText = opportunity.FieldText,
            NeedRegionCode = scenario.RegionCode,
            BudgetMinimum = opportunity.BudgetMinimum,
            BudgetMaximum = opportunity.BudgetMaximum,
            Deadline = opportunity.Deadline,
            CapabilityNumber = capability.Number,
            CapabilityTitle = capability.Title,
            Organisation = organisation.Name,
            CapabilityFieldCode = capability.FieldCode,
            CapabilityFieldText = capability.FieldText,
            CapabilityRegionCode = capability.RegionCode ?? organisation.RegionCode,
            Trl = capability.Trl
        }).SingleOrDefaultAsync(cancellation);

    internal sealed record Row
    {
        public required Guid OpportunityId { get; init; }

        public required Guid CapabilityId { get; init; }

        public required double Score { get; init; }

        public required IReadOnlyList<MatchReason> Reasons { get; init; }

        public required DateTimeOffset ComputedAt { get; init; }

        /// <summary>A text was changed after the match was computed.</summary>
        public required bool IsOld { get; init; }

        /// <summary>Rules, weights or words were changed after the match was computed.</summary>
        public required bool IsOfEarlierJudge { get; init; }

        public string? Number { get; init; }

        public required string NeedTitle { get; init; }

        public string? Publisher { get; init; }

        public Guid? PublisherId { get; init; }

        public Guid? OrganisationId { get; init; }

        /// <summary>The need still takes offers, and both sides are known.</summary>
        public required bool IsOpen { get; init; }

        public string? NeedFieldCode { get; init; }

        public string? NeedFieldText { get; init; }

        public string? NeedRegionCode { get; init; }

        public decimal? BudgetMinimum { get; init; }

        public decimal? BudgetMaximum { get; init; }

        public DateOnly? Deadline { get; init; }

        public string? CapabilityNumber { get; init; }

        public required string CapabilityTitle { get; init; }

        public string? Organisation { get; init; }

        public string? CapabilityFieldCode { get; init; }

        public string? CapabilityFieldText { get; init; }

        public string? CapabilityRegionCode { get; init; }

        public int? Trl { get; init; }

        public MatchFacts Facts(CodeBook codes) => new()
        {
            NeedField = codes.FieldName(NeedFieldCode, NeedFieldText),
            CapabilityField = codes.FieldName(CapabilityFieldCode, CapabilityFieldText),
            NeedRegionCode = NeedRegionCode,
            CapabilityRegionCode = CapabilityRegionCode,
            BudgetMinimum = BudgetMinimum,
            BudgetMaximum = BudgetMaximum,
            Deadline = Deadline,
            Trl = Trl
        };
    }
}
