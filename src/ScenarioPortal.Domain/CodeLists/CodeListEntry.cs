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

    /// <summary>True once a person has taken it off the list: it stays, so that a later version of the code list does not bring it back.</summary>
    public bool Removed { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Says something else from now on, and stands on the list again if it was taken off.</summary>
    public void Reword(string name, string nameEnglish, string help, string helpEnglish)
    {
        Rule.Require(Code.Length is > 0 and <= CodeMaxLength, "请填写词语，不超过 {0} 字。", CodeMaxLength);
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写名称，不超过 {0} 字。", NameMaxLength);
        Rule.Require(nameEnglish.Length <= NameMaxLength && help.Length <= HelpMaxLength && helpEnglish.Length <= HelpMaxLength, "说明不超过 {0} 字。", HelpMaxLength);
        (Name, NameEnglish, Help, HelpEnglish, Corrected, Removed) = (name, nameEnglish, help, helpEnglish, true, false);
        Revision++;
    }

    public void Remove()
    {
        Rule.Require(!Removed, "“{0}”已经不在清单上了。", Code);
        (Removed, Corrected) = (true, true);
        Revision++;
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
