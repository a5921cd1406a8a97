using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Web.Showcases;

/// <summary>What was measured, in the words of the certificate.</summary>
internal static class ShowcaseResults
{
    /// <summary>漏报率：1.6%（目标：不高于 2%）；… 验证证书 2026-证-0001，校验码 ABCD-EFGH-JKLM-NPQR.</summary>
    public static string InWords(Showcase showcase) =>
        $"{string.Join('；', showcase.Proof.Values.Select(v => $"{v.Criterion.What}：{v.Measured.Value ?? "未测"}（目标：{v.Criterion.Target}）"))}。验证证书 {showcase.CertificateNumber}，校验码 {CheckCode.InGroups(showcase.CertificateCode)}。";

    /// <summary>What another place may ask for: the targets, with what came of them there.</summary>
    public static string AsCriteria(Showcase showcase) =>
        string.Join('\n', showcase.Proof.Values.Select(v => v.Measured.Value is { } value ? $"{v.Criterion.What}：{v.Criterion.Target}（案例测得 {value}）" : $"{v.Criterion.What}：{v.Criterion.Target}"));
}
