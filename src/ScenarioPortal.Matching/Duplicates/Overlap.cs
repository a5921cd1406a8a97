namespace ScenarioPortal.Matching.Duplicates;

/// <summary>How much weight two needs have, and how much of it in common.</summary>
internal readonly record struct Overlap(double First, double Second, double Shared)
{
    public static Overlap Of(NeedSense first, NeedSense second, SenseKind kind)
    {
        var (ours, theirs) = (first[kind], second[kind]);
        var shared = 0d;
        foreach (var (name, sign) in ours)
        {
            shared += theirs.TryGetValue(name, out var other) ? Math.Min(sign.Weight, other.Weight) : 0;
        }

        return new Overlap(ours.Values.Sum(s => (double)s.Weight), theirs.Values.Sum(s => (double)s.Weight), shared);
    }

    public static Overlap operator +(Overlap one, Overlap other) =>
        new(one.First + other.First, one.Second + other.Second, one.Shared + other.Shared);

    /// <summary>Whether both sides say anything at all.</summary>
    public bool IsStated => First > 0 && Second > 0;

    /// <summary>The shared part, 0–1, of a length between the shorter side and the longer; 0 when either says nothing.</summary>
    /// <param name="shorter">How far the shorter side counts, 0–1: with 1 a text within another is the same.</param>
    public double Share(double shorter) =>
        IsStated ? Shared / ((shorter * Math.Min(First, Second)) + ((1 - shorter) * Math.Max(First, Second))) : 0;
}
