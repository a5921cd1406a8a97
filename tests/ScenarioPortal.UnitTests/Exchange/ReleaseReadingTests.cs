using System.Globalization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

/// <summary>What the portal writes, it reads.</summary>
public sealed class ReleaseReadingTests
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Needs_that_were_written_are_read_back_word_for_word(string format)
    {
        var file = await Annex.WriteAsync(format, ListKind.Opportunities, Annex.Needs);

        var read = await Sent.NeedsAsync(file, $"清单.{format}");

        Assert.Empty(read.Refusals);
        Assert.Empty(read.Remarks);
        Assert.Equal(
            Annex.Needs.Select(n => (n.Number, n.Content.Title, n.Content.Summary, n.Content.Organisation, n.Content.Field, n.Content.Region, n.Content.Deadline)),
            read.Rows.Select(r => (r.ExternalId!, r.Title, r.Description, r.Publisher!, r.Field, r.Region?.Name, r.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Equal([new Budget(80, 120), null, Budget.Exactly(300)], read.Rows.Select(r => r.Budget));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Capabilities_that_were_written_are_read_back_word_for_word(string format)
    {
        var file = await Annex.WriteAsync(format, ListKind.Capabilities, Annex.Offers);

        var read = await Sent.OffersAsync(file, $"清单.{format}");

        Assert.Empty(read.Refusals);
        Assert.Empty(read.Remarks);
        Assert.Equal(
            Annex.Offers.Select(n => (n.Number, n.Content.Title, n.Content.Summary, n.Content.Organisation, n.Content.Field, n.Content.Region, n.Content.Trl, n.Content.Certificates)),
            read.Rows.Select(r => (r.ExternalId!, r.Title, r.Description, r.Company!, r.Field, r.Region?.Name, r.Trl is { } trl ? $"TRL {trl}" : null, CertificateText.InWords(r.Certificates))));
    }
}
