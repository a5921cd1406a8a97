namespace ScenarioPortal.Web.CodeLists;

/// <summary>Holds the code book that is in force; replaced as a whole when a code list changes.</summary>
internal sealed class CodeBooks
{
    private volatile CodeBook _current = new([], [], []);

    public CodeBook Current => _current;

    public void Replace(CodeBook book) => _current = book;
}
