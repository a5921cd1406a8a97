namespace ScenarioPortal.Matching.Index;

/// <summary>What a document must at least score, for all threads that look for the best. It only rises: whoever has enough documents with a score rules out less for everyone.</summary>
internal sealed class ScoreToBeat(int value)
{
    private int _value = value;

    public int Value => Volatile.Read(ref _value);

    public void Raise(int value)
    {
        for (var now = Value; now < value; now = Value)
        {
            if (Interlocked.CompareExchange(ref _value, value, now) == now)
            {
                return;
            }
        }
    }
}
