namespace ScenarioPortal.Matching.Duplicates;

/// <summary>Which part of a need a word names.</summary>
public enum ConceptPart
{
    /// <summary>Who is concerned.</summary>
    Who,

    /// <summary>What it is about.</summary>
    Thing,

    /// <summary>What goes wrong.</summary>
    Trouble,

    /// <summary>Finding out and telling, which half of all needs ask for.</summary>
    Notice,

    /// <summary>What is to be done: mending a pipe is another need than looking into it.</summary>
    Deed,

    Place,

    /// <summary>The technology: the same camera serves a hundred needs.</summary>
    Means,

    /// <summary>What any need may say; it counts for nothing.</summary>
    Common
}
