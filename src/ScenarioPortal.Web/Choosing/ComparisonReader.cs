using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Choosing;

/// <summary>Reads who could be compared for a need, and what stands for each.</summary>
internal sealed class ComparisonReader(PortalDbContext db, TimeProvider time)
{
    private const int AtMost = 20;

    /// <summary>Those who have shown interest or are talking, whoever came first stands first. Who hides is not among them, whoever asks: papers are read by others too.</summary>
    public async Task<IReadOnlyList<Candidacy>> ReadAsync(Opportunity need, Person person, CancellationToken cancellation)
    {
        var found = await db.Pairings.AsNoTracking().Of(person)
            .Where(p => p.OpportunityId == need.Id && !p.IsVeiled && (p.State == PairingState.Interested || p.State == PairingState.Engaged))
            .OrderBy(p => p.BeganAt).ThenBy(p => p.Number).Take(AtMost)
            .Select(p => new
            {
                Pairing = p,
                Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
                Offer = db.Capabilities.Where(c => c.Id == p.CapabilityId).Select(c => new Said(c.Trl, c.Cases, c.Effect, c.RegionCode, c.ServiceRegionCodes, c.Certificates, c.ProjectsAtOnce)).FirstOrDefault(),
                Reasons = db.Matches.Where(m => m.OpportunityId == p.OpportunityId && m.CapabilityId == p.CapabilityId).Select(m => m.Reasons).FirstOrDefault()
            }).ToListAsync(cancellation);
        return [.. found.Select(f => new Candidacy(f.Pairing, f.Company, Content(need, f.Pairing, f.Offer, f.Reasons ?? [])))];
    }

    private DossierContent Content(Opportunity need, Pairing pairing, Said? offer, IReadOnlyList<MatchReason> reasons)
    {
        var answers = pairing.Events.SelectMany(e => e.Answers).ToLookup(a => a.Condition, a => a.Text);
        var verdicts = reasons.Where(r => r.Criterion is Criterion.Condition && r.Values.Count > 0).ToLookup(r => r.Values[0], r => r.Verdict);
        return new DossierContent
        {
            Conditions = [.. need.Conditions.Select(c => new ConditionView { Condition = c.Text, Required = c.Required, Answer = answers[c.Text].LastOrDefault(), Verdict = verdicts[c.Text].FirstOrDefault() })],
            Words = [.. pairing.Events.Where(e => e is { Side: PairingSide.Company, Note: not null }).Select(e => e.Note!)],
            Trl = offer?.Trl,
            Cases = offer?.Cases ?? [],
            Effect = offer?.Effect,
            RegionCode = offer?.RegionCode,
            ServiceRegionCodes = offer?.ServiceRegionCodes ?? [],
            Certificates = [.. (offer?.Certificates ?? []).Where(c => !c.HasExpired(time.Today)).Select(c => c.Name)],
            ProjectsAtOnce = offer?.ProjectsAtOnce
        };
    }

    private sealed record Said(
        int? Trl, IReadOnlyList<string> Cases, string? Effect, string? RegionCode, IReadOnlyList<string> ServiceRegionCodes, IReadOnlyList<Certificate> Certificates, int? ProjectsAtOnce);
}
