using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Matching.Text;
using ScenarioPortal.Matching.Thesauri;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// What this program judges by, beside the thesaurus: the numbers of the rules and of the analysis, the version of the weights, and a fingerprint of the files and the language model. Of two, the
/// one that sorts later is the newer: numbers are raised and versions are dates; of programs that differ in a file only, one is called the newer all the same.
/// </summary>
internal sealed record JudgingProgram(string Version)
{
    private const int FingerprintBytes = 8;
    private const int WeightsVersionMaxLength = 40;

    /// <summary>What makes terms of texts, and fields of names.</summary>
    public static JudgingProgram Read(PortalPaths paths, EmbeddingOptions embedding)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(MatchWeights.Shipped.ToText()));
        hash.AppendData(Encoding.UTF8.GetBytes(embedding.Model ?? ""));
        foreach (var file in Dictionaries.Files(paths).Append(paths.Data("fields.csv")))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        var weights = MatchWeights.Shipped.Version;
        return new JudgingProgram(string.Create(CultureInfo.InvariantCulture,
            $"{Matcher.RulesVersion:0000}.{TextAnalyzer.Version:0000}.{weights[..Math.Min(weights.Length, WeightsVersionMaxLength)]}.{Short(hash.GetHashAndReset())}"));
    }

    /// <summary>A fingerprint of the pairs in use, whatever their order.</summary>
    public static string Fingerprint(Thesaurus thesaurus) => Short(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        thesaurus.Pairs.Select(p => $"{p.Relation}\t{p.From}\t{p.To}\t{p.Field}").Order(StringComparer.Ordinal)))));

    public bool IsOlderThan(string other) => string.CompareOrdinal(Version, other) < 0;

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, FingerprintBytes));
}
