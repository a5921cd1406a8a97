using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Writing;

/// <summary>Who or what on the other list would fit a text as it stands, before it is handed in. One look into the index, one question to the database.</summary>
internal sealed class WritingFits(PortalDbContext db, TryMatch matches, LiveIndex index, CodeBooks codeBooks, HomeRegion home, TimeProvider time)
{
    private const int Shown = 5;
    private const int TextMin = 10;

    public async Task<Found> FindAsync(ListKind kind, IReadOnlyDictionary<string, string> texts, CancellationToken cancellation)
    {
        if (texts.TextOf(SheetField.Title).Length + texts.TextOf(SheetField.Description).Length < TextMin)
        {
            return new([], null);
        }

        return kind is ListKind.Opportunities ? await CapabilitiesAsync(texts, cancellation) : new(await NeedsAsync(texts, cancellation), null);
    }

    private async Task<Found> CapabilitiesAsync(IReadOnlyDictionary<string, string> texts, CancellationToken cancellation)
    {
        var (found, survey) = matches.Survey(
            new TryMatch.Wish
            {
                Title = texts.TextOf(SheetField.Title),
                Description = texts.TextOf(SheetField.Description),
                Technologies = Phrases(texts.TextOf(SheetField.RequiredTech)),
                Field = texts.TextOf(SheetField.Field),
                Region = texts.TextOf(SheetField.Region),
                Conditions = [.. Lines(texts.TextOf(SheetField.RequiredConditions), required: true), .. Lines(texts.TextOf(SheetField.WishedConditions), required: false)]
            },
            Shown);
        var ids = found.Select(f => f.CapabilityId).ToArray();
        var rows = await (
            from capability in db.Capabilities.Public().Where(c => ids.Contains(c.Id))
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new { capability.Id, capability.Title, Organisation = organisation.Name }).ToDictionaryAsync(r => r.Id, cancellation);
        return new([.. found.Where(f => rows.ContainsKey(f.CapabilityId)).Select(f => new Fit(Links.Capability(f.CapabilityId), rows[f.CapabilityId].Title, rows[f.CapabilityId].Organisation, f.Reasons))], survey);
    }

    private async Task<IReadOnlyList<Fit>> NeedsAsync(IReadOnlyDictionary<string, string> texts, CancellationToken cancellation)
    {
        var codes = codeBooks.Current;
        var field = codes.FieldMeantBy(texts.TextOf(SheetField.Field));
        var offer = new CapabilityDocument
        {
            Id = Guid.Empty,
            Revision = 1,
            Title = texts.TextOf(SheetField.Title),
            Description = texts.TextOf(SheetField.Description),
            Technologies = [.. Phrases(texts.TextOf(SheetField.Tech))],
            Certificates = [.. CertificateText.Read(texts.TextOf(SheetField.Qualifications)).Certificates.Where(c => !c.HasExpired(time.Today)).Select(c => c.Name)],
            Trl = int.TryParse(texts.TextOf(SheetField.Trl), NumberStyles.None, CultureInfo.InvariantCulture, out var trl) ? trl : null,
            Field = field?.Name,
            FieldArea = field?.Area,
            RegionCode = codes.RegionMeantBy(texts.TextOf(SheetField.Region), home.Code)?.Code
        };
        var matcher = index.Matcher;
        var documents = matcher.NeedsFor(offer, Shown).Where(m => m.Score >= Matcher.ShownFrom).Select(m => matcher.Need(m.Id)).OfType<NeedDocument>().ToArray();
        var found = documents.ToDictionary(n => n.Id, n => matcher.Explain(n, [offer])[0].Reasons);
        var ids = found.Keys.ToArray();
        var rows = await (
            from opportunity in db.Opportunities.Public().Where(o => ids.Contains(o.Id))
            join organisation in db.Organisations on opportunity.PublisherId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new { opportunity.Id, opportunity.Title, Organisation = organisation.Name }).ToDictionaryAsync(r => r.Id, cancellation);
        return [.. documents.Where(n => rows.ContainsKey(n.Id)).Select(n => new Fit(Links.Opportunity(n.Id), rows[n.Id].Title, rows[n.Id].Organisation, found[n.Id]))];
    }

    private static string[] Phrases(string text) => text.Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<MatchCondition> Lines(string text, bool required) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new MatchCondition { Text = line, Required = required });

    /// <summary>What was found; for a need also what its required conditions do.</summary>
    internal sealed record Found(IReadOnlyList<Fit> Fits, MatchSurvey? Survey);

    /// <summary>Something on the other list, and why it fits.</summary>
    internal sealed record Fit(string Href, string Title, string? Organisation, IReadOnlyList<MatchReason> Reasons);
}
