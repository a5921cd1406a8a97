namespace ScenarioPortal.Matching.Index;

/// <summary>Keeps the places with the highest scores; of equal ones the first that came.</summary>
internal sealed class BestPlaces(int count)
{
    private readonly PriorityQueue<int, float> _queue = new(Math.Min(count, 4096) + 1);

    /// <summary>What a score must exceed to be kept.</summary>
    public float Lowest { get; private set; } = count > 0 ? float.NegativeInfinity : float.PositiveInfinity;

    public List<int> Places => [.. _queue.UnorderedItems.Select(item => item.Element)];

    public void Add(float score, int place)
    {
        if (score <= Lowest)
        {
            return;
        }

        if (_queue.Count < count)
        {
            _queue.Enqueue(place, score);
        }
        else
        {
            _queue.EnqueueDequeue(place, score);
        }

        if (_queue.Count == count && _queue.TryPeek(out _, out var lowest))
        {
            Lowest = lowest;
        }
    }
}
