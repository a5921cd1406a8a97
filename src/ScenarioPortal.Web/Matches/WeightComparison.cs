using ScenarioPortal.Matching;

namespace ScenarioPortal.Web.Matches;

/// <summary>The best capabilities for one need under two files of weights: in the order of the other file, those that it drops at the end.</summary>
internal sealed record WeightComparison(NeedDocument Need, IReadOnlyList<WeightComparison.Row> Rows)
{
    public const int Top = 10;

    public static WeightComparison Of(NeedDocument need, Matcher inForce, Matcher other)
    {
        var (before, after) = (Places(inForce, need), Places(other, need));
        var ids = after.Keys.Concat(before.Keys.Except(after.Keys));
        return new WeightComparison(need,
        [
            .. from id in ids
               let capability = inForce.Capability(id)
               where capability is not null
               select new Row(id, capability.Title, before.GetValueOrDefault(id), after.GetValueOrDefault(id))
        ]);
    }

    /// <summary>In order, as nothing is taken out.</summary>
    private static OrderedDictionary<Guid, Place> Places(Matcher matcher, NeedDocument need) => new(matcher.CapabilitiesFor(need, Top)
        .Where(m => m.ExcludedBy is null)
        .Select((m, i) => KeyValuePair.Create(m.Id, new Place(i + 1, m.Score))));

    /// <summary>A capability, where it stands under the weights in force, and where under the others; null is not among the best.</summary>
    internal sealed record Row(Guid CapabilityId, string Title, Place? Before, Place? After)
    {
        /// <summary>How many places it moves up; less than 0 is down.</summary>
        public int Up => Before is not null && After is not null ? Before.Rank - After.Rank : 0;
    }

    internal sealed record Place(int Rank, double Score);
}
