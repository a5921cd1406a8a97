using System.Xml;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>The names that an XML reader remembers, and no more of them than a spreadsheet can have.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private const int MaxNames = 10_000;

    private readonly NameTable _names = new();
    private int _count;

    public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

    public override string Add(string array) => Get(array) ?? Counted(_names.Add(array));

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private string Counted(string name) => ++_count <= MaxNames ? name : throw new UnreadableFileException(FileRefusals.Bomb);
}
