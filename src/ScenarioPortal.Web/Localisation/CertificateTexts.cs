using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Certificates in words.</summary>
internal static class CertificateTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>有效期至 2027年5月31日, or 已于 2025年3月1日 到期; null where no end is stated.</summary>
        public string? EndOf(Certificate certificate, DateOnly today) => certificate.ValidUntil is not { } day ? null
            : certificate.HasExpired(today) ? L["已于 {0} 到期", day.InFull()].Value
            : L["有效期至 {0}", day.InFull()].Value;

        /// <summary>Issuer, number and last day; the end of one whose time is over is said elsewhere.</summary>
        public string DetailsOf(Certificate certificate, DateOnly today) => string.Join(" · ", new[]
        {
            certificate.Issuer,
            certificate.Number is { } number ? L["编号 {0}", number].Value : null,
            certificate.HasExpired(today) ? null : L.EndOf(certificate, today)
        }.OfType<string>());

        /// <summary>What was typed, a line for each certificate; as it was typed while it cannot be read.</summary>
        public string CertificatesToRead(string text, DateOnly today) => CertificateText.Read(text) is { Faults.Count: 0, Words: null } read
            ? string.Join('\n', read.Certificates.Select(c => string.Join(" · ", new[] { c.Name, L.DetailsOf(c, today), c.HasExpired(today) ? L.EndOf(c, today) : null }.Where(t => !string.IsNullOrEmpty(t)))))
            : text;
    }
}
