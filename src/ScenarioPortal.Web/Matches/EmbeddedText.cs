using System.Security.Cryptography;
using System.Text;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Matching;

namespace ScenarioPortal.Web.Matches;

/// <summary>What a language model reads of an opportunity or capability: the text that matching reads, without names, numbers and conditions.</summary>
internal static class EmbeddedText
{
    /// <summary>Models read no more than some thousand words.</summary>
    private const int Most = 4000;

    public static string Of(NeedDocument need) => Beginning(Paragraphs.Joined([need.Title, need.Description, .. need.Technologies]));

    public static string Of(CapabilityDocument capability) =>
        Beginning(Paragraphs.Joined([capability.Title, capability.Description, .. capability.Technologies, .. capability.Cases]));

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    extension(TextVector vector)
    {
        /// <summary>Nothing when it was computed from another text.</summary>
        public ReadOnlyMemory<float> Of(string text) => vector.TextHash.AsSpan().SequenceEqual(Hash(text)) ? vector.Values : default(ReadOnlyMemory<float>);
    }

    private static string Beginning(string text) => text.Length <= Most ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)];
}
