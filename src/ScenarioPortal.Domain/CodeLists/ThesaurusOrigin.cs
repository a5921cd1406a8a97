namespace ScenarioPortal.Domain.CodeLists;

/// <summary>Where a pair of the thesaurus comes from.</summary>
public enum ThesaurusOrigin
{
    /// <summary>The file that comes with the portal.</summary>
    Shipped,

    Editor,

    /// <summary>Words that stand together in texts of one list.</summary>
    Corpus,

    /// <summary>Words of needs and of the capabilities that were brought together with them.</summary>
    Decisions
}
