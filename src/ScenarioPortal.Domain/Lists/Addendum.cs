using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Domain.Lists;

/// <summary>A dated change to something already public (更正): which parts changed, from what to what, why, and when.</summary>
public sealed class Addendum
{
    /// <summary>As long as the longest part of an item, its description.</summary>
    public const int TextMaxLength = 8000;

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

    /// <summary>Names of the changed parts, as <see cref="Need.DifferencesFrom"/>, <see cref="ScenarioSetting.DifferencesFrom"/> and <see cref="Offer.DifferencesFrom"/> give them.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>What stood there, in words; null where it was not stated, or must not be shown.</summary>
    public string? Before { get; private init; }

    /// <summary>What stands there now, in words.</summary>
    public string? After { get; private init; }

    /// <summary>Null when the list that brought the change does not say.</summary>
    public string? Why { get; private init; }
}
