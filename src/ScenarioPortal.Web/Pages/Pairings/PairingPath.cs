using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>The steps from interest to scale-up: which are done, and how long each took.</summary>
internal sealed class PairingPath(Pairing pairing, DateTimeOffset now)
{
    public IEnumerable<Step> Steps
    {
        get
        {
            var come = pairing.Steps.Where(s => s.State is not PairingState.Proposed).Select(s => s.State is PairingState.Invited ? s with { State = PairingState.Interested } : s)
                .DistinctBy(s => s.State).ToDictionary(s => s.State, s => s.Since);
            var last = pairing.State is PairingState.Invited or PairingState.Proposed ? PairingState.Interested : pairing.State;
            foreach (var (place, state) in PairingMoves.Path.Index())
            {
                DateTimeOffset? since = come.TryGetValue(state, out var at) ? at : null;
                var left = pairing.Steps.Where(s => s.Since >= since && s.State > state).Select(s => (DateTimeOffset?)s.Since).FirstOrDefault();
                var isNow = state == last;
                yield return new Step(state, since is not null && !isNow, isNow, since is { } from ? PairingTexts.Days(from, left ?? now) : 0);
            }
        }
    }

    internal sealed record Step(PairingState State, bool IsDone, bool IsNow, int Days);
}
