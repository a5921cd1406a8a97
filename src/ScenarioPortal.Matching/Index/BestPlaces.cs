namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Keeps the places with the highest scores above zero. Twice as many as wanted are gathered, then the lower half is thrown away:
/// on an unsorted stream that takes half the time of a heap.
/// </summary>
internal sealed class BestPlaces(int count, int most)
{
    private readonly int _count = Math.Min(count, most);
    private readonly float[] _scores = new float[2 * Math.Min(count, most)];
    private readonly int[] _places = new int[2 * Math.Min(count, most)];
    private int _gathered;

    /// <summary>What a score must exceed to be kept.</summary>
    public float Lowest { get; private set; } = Math.Min(count, most) > 0 ? 0 : float.PositiveInfinity;

    /// <summary>The best places, in no particular order.</summary>
    public ReadOnlySpan<int> Places()
    {
        KeepBest();
        return _places.AsSpan(0, _gathered);
    }

    public void Add(float score, int place)
    {
        if (score <= Lowest)
        {
            return;
        }

        (_scores[_gathered], _places[_gathered]) = (score, place);
        if (++_gathered == _scores.Length)
        {
            KeepBest();
            Lowest = _scores[0];
        }
    }

    private void KeepBest()
    {
        Array.Sort(_scores, _places, 0, _gathered);
        var surplus = Math.Max(0, _gathered - _count);
        _gathered -= surplus;
        Array.Copy(_scores, surplus, _scores, 0, _gathered);
        Array.Copy(_places, surplus, _places, 0, _gathered);
    }
}
