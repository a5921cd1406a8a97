namespace ScenarioPortal.Domain.Opportunities;

/// <summary>A dated change to something already released (更正): which parts changed, and when.</summary>
public sealed class Addendum
{
    internal Addendum(int number, DateTimeOffset publishedAt, IEnumerable<string> parts)
    {
        Number = number;
        PublishedAt = publishedAt;
        Parts = [.. parts];
    }

    private Addendum()
    {
    }

    public int Number { get; private init; }

    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>Names of the changed parts, as <see cref="Need.DifferencesFrom"/> gives them.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];
}
