namespace ScenarioPortal.Domain.Opportunities;

/// <summary>A dated change to something already released (更正): which parts changed, from what to what, why, and when.</summary>
public sealed class Addendum
{
    public const int TextMaxLength = Opportunity.DescriptionMaxLength;

    internal Addendum(int number, DateTimeOffset publishedAt, IEnumerable<string> parts, Correction? correction)
    {
        Number = number;
        PublishedAt = publishedAt;
        Parts = [.. parts];
        (Before, After, Why) = (correction?.Before, correction?.After, correction?.Why);
    }

    private Addendum()
    {
    }

    public int Number { get; private init; }

    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>Names of the changed parts, as <see cref="Need.DifferencesFrom"/> and <see cref="Scenarios.ScenarioSetting.DifferencesFrom"/> give them.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>What stood there, in words; null where it was not stated, or must not be shown.</summary>
    public string? Before { get; private init; }

    /// <summary>What stands there now, in words.</summary>
    public string? After { get; private init; }

    /// <summary>Null when the list that brought the change does not say.</summary>
    public string? Why { get; private init; }
}
