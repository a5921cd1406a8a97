namespace ScenarioPortal.Domain.CodeLists;

/// <summary>A field of application (领域): a class of 国办发〔2025〕37号, within one of its five areas.</summary>
public sealed class Field
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 40;

    public Field(string code, string name, string nameEnglish, string area, string areaEnglish, int position, IEnumerable<string> aliases)
    {
        Code = code;
        Name = name;
        NameEnglish = nameEnglish;
        Area = area;
        AreaEnglish = areaEnglish;
        Position = position;
        Aliases = [.. aliases];
    }

    private Field(string code) => Code = code;

    public string Code { get; private init; }

    public string Name { get; private set; } = "";

    public string NameEnglish { get; private set; } = "";

    /// <summary>The area that the class belongs to, by its name.</summary>
    public string Area { get; private set; } = "";

    public string AreaEnglish { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>Other names under which lists mean this field.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>True once a person has changed the entry: later versions of the code list leave it alone.</summary>
    public bool Corrected { get; private set; }

    public void Rename(string name, string nameEnglish, IEnumerable<string> aliases)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写领域名称，不超过 {0} 字。", NameMaxLength);
        (Name, NameEnglish, Aliases, Corrected) = (name, nameEnglish, [.. aliases], true);
    }

    /// <summary>Takes over what a newer version of the code list says.</summary>
    public void Follow(Field newer)
    {
        if (!Corrected)
        {
            (Name, NameEnglish, Area, AreaEnglish, Position, Aliases) =
                (newer.Name, newer.NameEnglish, newer.Area, newer.AreaEnglish, newer.Position, newer.Aliases);
        }
    }
}
