using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Workbooks;

internal sealed class NeedIntake(IDbContextFactory<PortalDbContext> databases, CodeBooks codeBooks, HomeRegion home, TimeProvider time) : IRowIntake<OpportunityRow>
{
    public SheetField OrganisationField => SheetField.Publisher;

    public SheetField CodeField => SheetField.PublisherCode;

    public RowOrigin OriginOf(OpportunityRow row) => row.Origin;

    public string TitleOf(OpportunityRow row) => row.Title;

    public string? ExternalIdOf(OpportunityRow row) => row.ExternalId;

    public (string? Name, string? Code) OrganisationOf(OpportunityRow row) => (row.Publisher, row.PublisherCode);

    public async Task<IPreparedIntake<OpportunityRow>> PrepareAsync(
        PortalDbContext db, Organisation own, IReadOnlyList<OpportunityRow> rows, CancellationToken cancellation)
    {
        var (ids, titles) = (rows.Select(r => r.ExternalId).OfType<string>().ToArray(), rows.Select(r => r.Title).ToArray());
        var known = await (
            from opportunity in db.Opportunities
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            where opportunity.PublisherId == own.Id && (ids.Contains(opportunity.ExternalId) || (opportunity.ExternalId == null && titles.Contains(opportunity.Title)))
            orderby opportunity.Id
            select new Known(opportunity, scenario)).ToListAsync(cancellation);
        return new Prepared(codeBooks.Current, home, own, known, await TakenElsewhereAsync(own.Id, ids, cancellation), time.GetUtcNow());
    }

    /// <summary>One identifier is one item among all organisations, and others' items are not shown to this one.</summary>
    private async Task<HashSet<string>> TakenElsewhereAsync(Guid own, string[] ids, CancellationToken cancellation)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        await using var all = await databases.CreateDbContextAsync(cancellation);
        return await all.Opportunities.Where(o => ids.Contains(o.ExternalId) && o.PublisherId != own).Select(o => o.ExternalId!).ToHashSetAsync(cancellation);
    }

    private sealed record Known(Opportunity Opportunity, Scenario Scenario);

    private sealed class Prepared(CodeBook codes, HomeRegion home, Organisation own, IReadOnlyList<Known> known, HashSet<string> takenElsewhere, DateTimeOffset now)
        : IPreparedIntake<OpportunityRow>
    {
        private readonly ILookup<string?, Known> _byExternalId = known.ToLookup(k => k.Opportunity.ExternalId);
        private readonly ILookup<string, Known> _byTitle = known.Where(k => k.Opportunity.ExternalId is null).ToLookup(k => k.Opportunity.Title);

        public IntakeItem Take(OpportunityRow row)
        {
            var (need, setting) = (row.ToNeed(codes), row.ToSetting(codes, home, own.RegionCode));
            var scenario = new Scenario(own.Id, setting.Name);
            scenario.Describe(setting);
            var made = new Opportunity(scenario.Id, own.Id, need, now, row.ExternalId);
            if (row.ExternalId is { } id && takenElsewhere.Contains(id))
            {
                throw new RuleBrokenException(IntakeRefusals.IdTaken, id);
            }

            if (KnownAs(row) is { } item)
            {
                return Change(item, need, setting);
            }

            var handed = Handed(RowOutcome.Added, made, scenario, setting) with { New = [scenario, made] };
            made.Submit(now);
            return handed;
        }

        private Known? KnownAs(OpportunityRow row) => row.ExternalId is { } id
            ? _byExternalId[id].FirstOrDefault() ?? _byTitle[row.Title].FirstOrDefault(k => k.Opportunity.Description == row.Description)
            : _byTitle[row.Title].FirstOrDefault();

        private IntakeItem Change(Known item, Need need, ScenarioSetting setting)
        {
            var (opportunity, scenario) = item;
            if (need.DifferencesFrom(opportunity.Need).Count == 0 && setting == scenario.Setting)
            {
                return new IntakeItem(RowOutcome.Unchanged, opportunity.Id);
            }

            if (opportunity.Status is not (OpportunityStatus.Draft or OpportunityStatus.Returned))
            {
                throw new RuleBrokenException(IntakeRefusals.NotEditable, opportunity.Title);
            }

            var handed = Handed(RowOutcome.Changed, opportunity, scenario, setting);
            opportunity.Describe(need, now);
            scenario.Describe(setting);
            opportunity.Submit(now);
            return handed;
        }

        /// <summary>Before anything is changed: a row that nobody would review is refused.</summary>
        private IntakeItem Handed(RowOutcome outcome, Opportunity opportunity, Scenario scenario, ScenarioSetting setting) => new(outcome, opportunity.Id)
        {
            RegionCode = setting.RegionCode ?? own.RegionCode ?? throw new RuleBrokenException(HandInRefusals.NoRegion),
            Texts = () => WritingTexts.Of(opportunity, scenario, codes)
        };
    }
}
