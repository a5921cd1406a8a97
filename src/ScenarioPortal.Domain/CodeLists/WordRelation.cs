namespace ScenarioPortal.Domain.CodeLists;

/// <summary>How two words of the thesaurus belong together.</summary>
public enum WordRelation
{
    /// <summary>同义: an abbreviation, a synonym or the English word; holds both ways.</summary>
    Same,

    /// <summary>解决: a trouble as people say it, and what helps against it.</summary>
    Solves,

    /// <summary>用到: a product, and the technology that it is made with.</summary>
    MadeWith
}
