namespace ScenarioPortal.Matching.Index;

/// <summary>One array of zeros a thread, kept between queries.</summary>
internal static class ScoreBuffer
{
    [ThreadStatic]
    private static float[]? _buffer;

    public static Span<float> Take(int length)
    {
        if (_buffer is null || _buffer.Length < length)
        {
            _buffer = new float[length * 5 / 4];
        }

        var scores = _buffer.AsSpan(0, length);
        scores.Clear();
        return scores;
    }
}
