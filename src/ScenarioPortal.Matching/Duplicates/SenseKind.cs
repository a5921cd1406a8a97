namespace ScenarioPortal.Matching.Duplicates;

/// <summary>Of what kind a sign is that two needs may share.</summary>
public enum SenseKind
{
    /// <summary>Who or what it is about.</summary>
    Subject,

    /// <summary>What goes wrong.</summary>
    Trouble,

    /// <summary>What is to be done.</summary>
    Deed,
    Place,
    Means,

    /// <summary>A word of the dictionary that is in no group of <see cref="Concepts"/>.</summary>
    Word,

    /// <summary>A single character: 渗水 and 漏水 share one. It counts a little and is no reason on its own.</summary>
    Character
}
