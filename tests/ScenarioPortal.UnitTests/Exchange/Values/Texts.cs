using CsCheck;

namespace ScenarioPortal.UnitTests.Exchange.Values;

/// <summary>Texts made of the characters that a parser looks for, which reach deeper than texts of any characters.</summary>
internal static class Texts
{
    public static Gen<string> Like(string characters) => Gen.Int[0, characters.Length - 1].Select(at => characters[at]).Array[0, 24].Select(chosen => new string(chosen));
}
