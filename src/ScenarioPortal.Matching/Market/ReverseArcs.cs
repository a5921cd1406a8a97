namespace ScenarioPortal.Matching.Market;

/// <summary>The arcs of a graph seen from the capabilities, those of each side by side in the order of needs.</summary>
internal sealed class ReverseArcs
{
    private readonly int[] _start;
    private readonly int[] _needs;
    private readonly int[] _worths;
    private readonly int[] _arcs;

    public ReverseArcs(int[] starts, int[] targets, int[] worths, int capabilityCount)
    {
        (_start, _needs, _worths, _arcs) = (new int[capabilityCount + 1], new int[targets.Length], new int[targets.Length], new int[targets.Length]);
        foreach (var capability in targets)
        {
            _start[capability + 1]++;
        }

        for (var capability = 0; capability < capabilityCount; capability++)
        {
            _start[capability + 1] += _start[capability];
        }

        var next = (int[])_start.Clone();
        for (var need = 0; need < starts.Length - 1; need++)
        {
            for (var arc = starts[need]; arc < starts[need + 1]; arc++)
            {
                var place = next[targets[arc]]++;
                (_needs[place], _worths[place], _arcs[place]) = (need, worths[arc], arc);
            }
        }
    }

    /// <summary>Where the arcs of a capability stand.</summary>
    public (int First, int End) Of(int capability) => (_start[capability], _start[capability + 1]);

    public int NeedOf(int place) => _needs[place];

    public int WorthOf(int place) => _worths[place];

    /// <summary>Its place among the arcs by need.</summary>
    public int ArcOf(int place) => _arcs[place];
}
