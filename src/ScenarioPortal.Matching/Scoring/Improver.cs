using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Asks of every criterion that a capability does not meet: what if it did? The capability is changed as its company would change it, and scored again.
/// </summary>
internal sealed class Improver(PairScorer scorer, PeerFinder peers, DocumentAnalyser analyser)
{
    private const int HighestLevel = 9;

    public Standing Stand(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var now = scorer.Score(profile, capability, analysed);
        var rivals = profile.Peers(peers).Candidates
            .Where(c => c.Id != capability.Id)
            .Select(c => scorer.Score(profile, c.Document, c.Analysis).Score)
            .ToArray();
        var (text, change) = profile.Peers(peers).Of(profile, capability, analysed);
        return new Standing(now.Score, PlaceOf(now.Score), [
            .. Changes(profile, capability, analysed)
                .Select(c => (Change: c, Score: ScoreOf(c.Changed)))
                .Where(c => c.Score > now.Score)
                .OrderByDescending(c => c.Score)
                .Select(c => new Improvement(c.Change.Criterion, c.Change.Detail, c.Change.What, c.Score, PlaceOf(c.Score)))]);

        int PlaceOf(double score) => 1 + rivals.Count(r => r > score);

        // Certificates, levels and regions leave the text as it is, and with it the peers.
        double ScoreOf(CapabilityDocument changed) => ReferenceEquals(changed.Technologies, capability.Technologies)
            ? scorer.Score(profile, changed, analyser.Analyse(changed), text, change).Score
            : scorer.Score(profile, changed, analyser.Analyse(changed)).Score;
    }

    private static IEnumerable<Change> Changes(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed) =>
    [
        .. profile.Conditions.Zip(profile.Need.Conditions, (phrase, condition) => Condition(profile.Need, condition, phrase, capability, analysed)).OfType<Change>(),
        .. profile.Technologies.Select(t => Technology(t, capability, analysed)).OfType<Change>(),
        .. new[] { Maturity(profile.Need, capability), Region(profile.Need, capability), Confirmation(capability) }.OfType<Change>()
    ];

    private static Change? Condition(NeedDocument need, MatchCondition condition, WantedPhrase phrase, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var judgement = ConditionScorer.Judge(condition, phrase, need, capability, analysed);
        return judgement.Verdict == Verdict.Met ? null : new(Criterion.Condition, judgement.Detail, condition.Text,
            LocalCondition.Holds(condition.Text, need.RegionCode, need.RegionCode) is not null ? capability with { RegionCode = need.RegionCode }
            : MaturityCondition.Holds(condition.Text, HighestLevel) is not null ? capability with { Trl = LevelFor(condition.Text) }
            : capability with { Certificates = [.. capability.Certificates, condition.Text] });
    }

    private static int LevelFor(string condition) => Enumerable.Range(1, HighestLevel).First(level => level == HighestLevel || MaturityCondition.Holds(condition, level) == true);

    private static Change? Technology(WantedPhrase technology, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var judgement = TechnologyScorer.Judge(technology, analysed);
        return judgement.Verdict == Verdict.Met ? null
            : new(Criterion.Technology, judgement.Detail, technology.Text, capability with { Technologies = [.. capability.Technologies, technology.Text] });
    }

    private static Change? Maturity(NeedDocument need, CapabilityDocument capability)
    {
        var judgement = MaturityScorer.Judge(need, capability);
        return need.MinimumTrl is not { } wanted || judgement.Verdict == Verdict.Met ? null
            : new(Criterion.Maturity, judgement.Detail, $"{wanted}", capability with { Trl = wanted });
    }

    private static Change? Region(NeedDocument need, CapabilityDocument capability)
    {
        var judgement = RegionScorer.Judge(need, capability);
        return !RegionCode.IsCode(need.RegionCode) || judgement.Verdict == Verdict.Met ? null
            : new(Criterion.Region, judgement.Detail, need.RegionCode, capability with { ServiceRegionCodes = [.. capability.ServiceRegionCodes, need.RegionCode!] });
    }

    private static Change? Confirmation(CapabilityDocument capability) => capability.IsUnconfirmed
        ? new(Criterion.Confirmation, ReasonDetail.NotConfirmed, null, capability with { IsUnconfirmed = false })
        : null;

    private sealed record Change(Criterion Criterion, ReasonDetail Detail, string? What, CapabilityDocument Changed);
}
