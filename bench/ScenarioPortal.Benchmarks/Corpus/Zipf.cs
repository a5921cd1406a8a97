namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>A choice in which the place on the list decides how often: the n-th comes up 1/n as often as the first, as words of a language do.</summary>
internal sealed class Zipf<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public Zipf(IEnumerable<T> items)
    {
        _items = [.. items];
        _upTo = new double[_items.Length];
        var sum = 0.0;
        for (var place = 0; place < _items.Length; place++)
        {
            sum += 1.0 / (place + 1);
            _upTo[place] = sum;
        }
    }

    public IReadOnlyList<T> Items => _items;

    public T Pick(Random chance)
    {
        var found = Array.BinarySearch(_upTo, chance.NextDouble() * _upTo[^1]);
        return _items[Math.Min(found < 0 ? ~found : found, _items.Length - 1)];
    }
}
