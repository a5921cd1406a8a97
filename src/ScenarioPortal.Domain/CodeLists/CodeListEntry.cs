namespace ScenarioPortal.Domain.CodeLists;

/// <summary>What people read for a code that the program knows: a maturity level, a scale, a sphere, a word to look at.</summary>
public sealed class CodeListEntry(string list, string code, string name, string nameEnglish, string help, string helpEnglish)
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 80;
    public const int HelpMaxLength = 400;

    /// <summary>The list it belongs to: <c>trl</c>, <c>scales</c>, <c>spheres</c> or <c>words</c>.</summary>
    public string List { get; private init; } = list;

    public string Code { get; private init; } = code;

    public string Name { get; private set; } = name;

    public string NameEnglish { get; private set; } = nameEnglish;

    public string Help { get; private set; } = help;

    public string HelpEnglish { get; private set; } = helpEnglish;

    /// <summary>True once a person has changed the entry: later versions of the code list leave it alone.</summary>
    public bool Corrected { get; private set; }

    public void Reword(string name, string nameEnglish, string help, string helpEnglish)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写名称，不超过 {0} 字。", NameMaxLength);
        (Name, NameEnglish, Help, HelpEnglish, Corrected) = (name, nameEnglish, help, helpEnglish, true);
    }

    /// <summary>Takes over what a newer version of the code list says.</summary>
    public void Follow(CodeListEntry newer)
    {
        if (!Corrected)
        {
            (Name, NameEnglish, Help, HelpEnglish) = (newer.Name, newer.NameEnglish, newer.Help, newer.HelpEnglish);
        }
    }
}
