using CsCheck;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class CertificateTextTests
{
    [Theory]
    [InlineData("高新技术企业", "高新技术企业|||")]
    [InlineData("ISO9001（有效期至2027年5月31日）", "ISO9001|||2027-05-31")]
    [InlineData("等保三级（2027-05-31到期）", "等保三级|||2027-05-31")]
    [InlineData("等保三级(有效期: 2024.5.1-2027.4.30)", "等保三级|||2027-04-30")]
    [InlineData("CMMI 5级（有效期至2027年5月）", "CMMI 5级|||2027-05-31")]
    [InlineData("ISO/IEC 27001（中国质量认证中心，编号 00121Q3，长期有效）", "ISO/IEC 27001|中国质量认证中心|00121Q3|")]
    [InlineData("测绘资质（甲级）", "测绘资质（甲级）|||")]
    [InlineData("测绘资质（甲级，有效期至2028-01-01）", "测绘资质（甲级）|||2028-01-01")]
    [InlineData("测绘资质（甲级）（有效期至2028-01-01）", "测绘资质（甲级）|||2028-01-01")]
    [InlineData("双软认证（2023）", "双软认证（2023）|||")]
    [InlineData("A | 甲中心 | 12-34 | 2027年5月31日", "A|甲中心|12-34|2027-05-31")]
    [InlineData("A ｜ 甲中心 ｜ 2027-05-31", "A|甲中心||2027-05-31")]
    [InlineData("A | 2027-05-31", "A|||2027-05-31")]
    [InlineData("A |  | 2024-01-05 |", "A||2024-01-05|")]
    [InlineData("A | 甲中心 |  | 长期有效", "A|甲中心||")]
    [InlineData("一、二、（三） |", "一、二、（三）|||")]
    public void One_certificate_is_understood_as_people_write_it(string text, string expected)
    {
        var read = CertificateText.Read(text);

        Assert.Empty(read.Faults);
        Assert.Null(read.Words);
        Assert.Equal(expected, Say(Assert.Single(read.Certificates)));
    }

    [Fact]
    public void A_cell_holds_several_once_each()
    {
        var read = CertificateText.Read("1、高新技术企业；2、ISO9001（甲中心，有效期至2027-05-31）、等保三级\n高新技术企业，专精特新");

        Assert.Equal(["高新技术企业", "ISO9001", "等保三级", "专精特新"], read.Certificates.Select(c => c.Name));
    }

    [Fact]
    public void A_line_of_a_form_that_cannot_be_read_is_refused_with_its_number()
    {
        var read = CertificateText.Read($"A |\nB | 甲中心 |  | 明年\n | 甲中心 |  |\nD |  |  | 2027-02-30\n{new string('长', 101)} |");

        Assert.Equal(
            [
                "第 2 项证书“B”的有效期“明年”不是日期。请写成 2027-05-31 这样，长期有效就空着。", "第 3 项证书没有名称。请写上名称，或者把这一项清空。",
                "第 4 项证书“D”的有效期“2027-02-30”不是日期。请写成 2027-05-31 这样，长期有效就空着。", "第 5 项证书太长：名称、发证机构各不超过 100 字，编号不超过 60 字。"
            ],
            read.Faults.Select(f => f.ToString()));
        Assert.Equal(["证书有 31 项，最多写 30 项。"], CertificateText.Read(string.Join('\n', Enumerable.Range(1, 31).Select(i => $"证书{i} |"))).Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var text = Gen.Char["甲乙ISO9001（），、；。|. -2027年"].Array[1, 30].Select(c => new string(c).Trim());
        var certificate = Gen.Select(text, text.Null(), text.Null(), Gen.Int[-3_000, 30_000]).Select((name, issuer, number, day) => new Certificate
        {
            Name = $"证{name}".Replace('|', '/'),
            Issuer = Clean(issuer),
            Number = Clean(number),
            ValidUntil = day >= 0 ? new DateOnly(1990, 1, 1).AddDays(day) : null
        });

        certificate.Array[0, 5].Sample(certificates =>
        {
            var written = CertificateText.Write(certificates);
            var read = CertificateText.Read(written);
            Assert.Empty(read.Faults);
            Assert.Equal(certificates.Distinct(), read.Certificates);
            Assert.Equal(written, string.Join('\n', CertificateText.CellsOf(written).Select(c => c.ToLine())));
        }, iter: 500);

        static string? Clean(string? text) => text?.Replace('|', '/') is { Length: > 0 } clean ? clean : null;
    }

    [Fact]
    public void Any_text_is_taken_somehow() => Gen.String[Gen.Char["甲乙（）(),，、；;|｜。2027-05年月日\n 长期编号"], 0, 80].Sample(text =>
    {
        _ = CertificateText.Read(text);
        _ = CertificateText.CellsOf(text);
    }, iter: 500);

    private static string Say(Certificate certificate) => $"{certificate.Name}|{certificate.Issuer}|{certificate.Number}|{certificate.ValidUntil:yyyy-MM-dd}";
}
