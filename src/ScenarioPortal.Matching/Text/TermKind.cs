namespace ScenarioPortal.Matching.Text;

internal enum TermKind
{
    /// <summary>A Chinese word of two or more characters.</summary>
    Word,

    /// <summary>A single Chinese character: it finds what the other side calls by another word.</summary>
    Character,

    /// <summary>A token with letters, such as <c>iso9001</c>, <c>5g</c> or <c>trl</c>.</summary>
    Latin,

    /// <summary>A token of digits only.</summary>
    Number
}
