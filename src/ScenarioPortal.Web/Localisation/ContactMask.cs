using System.Text.RegularExpressions;

namespace ScenarioPortal.Web.Localisation;

/// <summary>A contact as visitors see it: 林女士 0000-12****8. Whoever is named has not agreed to be found by everyone.</summary>
internal static partial class ContactMask
{
    private const int MaskedDigits = 4;

    public static string Masked(string contact) =>
        Name().Replace(Mailbox().Replace(Telephone().Replace(contact, t => WithoutMiddle(t.Value)), "${first}***@"), "${first}**");

    /// <summary>Four digits before the last become stars.</summary>
    private static string WithoutMiddle(string telephone)
    {
        var characters = telephone.ToCharArray();
        var (position, left) = (characters.Length - 2, MaskedDigits);
        for (; position >= 0 && left > 0; position--)
        {
            if (char.IsAsciiDigit(characters[position]))
            {
                characters[position] = '*';
                left--;
            }
        }

        return new string(characters);
    }

    [GeneratedRegex(@"\d(?:[\d -]{5,}\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<first>[A-Za-z0-9])[A-Za-z0-9._%+-]*@")]
    private static partial Regex Mailbox();

    /// <summary>A full name of two or three characters standing alone; 林女士 and 王科长 say no more than a surname, 水务局 is no person.</summary>
    [GeneratedRegex(@"(?<![\u4e00-\u9fff])(?<first>[\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,2}(?:女士|先生|老师|主任|科长|处长|局长|经理|工|局|处|科|室|部|办|站|所|院|队)(?![\u4e00-\u9fff]))[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])")]
    private static partial Regex Name();
}
