namespace ScenarioPortal.Domain.CodeLists;

public enum ThesaurusState
{
    Active,

    /// <summary>Found in the lists; an editor has yet to say whether it is right.</summary>
    Suggested,

    /// <summary>Switched off or not accepted. It stays, so that neither the shipped file nor the next search brings it back.</summary>
    Refused
}
