using Microsoft.Extensions.Configuration;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.UnitTests.Hosting;

/// <summary>Texts leave only to where an operator said, and never readable on the way.</summary>
public sealed class EmbeddingOptionsTests
{
    [Fact]
    public void Without_an_address_it_is_off() => Assert.False(Read(null, "model", "key").IsOn);

    [Theory]
    [InlineData("https://models.example.gov.cn/v1", "https://models.example.gov.cn/v1/")]
    [InlineData("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1/")]
    public void An_address_with_tls_or_on_this_machine_is_taken(string address, string endpoint) =>
        Assert.Equal((new Uri(endpoint), "model", "key"), (Read(address, "model", "key").Endpoint, Read(address, "model", "key").Model, Read(address, "model", "key").Key));

    [Theory]
    [InlineData("http://models.example.gov.cn/v1", "model", "key", "Endpoint")]
    [InlineData("https://me:secret@models.example.gov.cn/v1", "model", "key", "Endpoint")]
    [InlineData("https://models.example.gov.cn/v1?to=elsewhere", "model", "key", "Endpoint")]
    [InlineData("ftp://models.example.gov.cn", "model", "key", "Endpoint")]
    [InlineData("models.example.gov.cn", "model", "key", "Endpoint")]
    [InlineData("https://models.example.gov.cn/v1", null, "key", "Model")]
    [InlineData("https://models.example.gov.cn/v1", "model", "a key\r\nX-Other: 1", "Key")]
    public void Anything_else_does_not_start_and_is_named(string address, string? model, string? key, string named)
    {
        var refusal = Assert.Throws<UnsafeSettingsException>(() => Read(address, model, key));

        Assert.Contains($"Matching:Embedding:{named}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static EmbeddingOptions Read(string? address, string? model, string? key) => EmbeddingOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Matching:Embedding:Endpoint"] = address,
        ["Matching:Embedding:Model"] = model,
        ["Matching:Embedding:Key"] = key
    }).Build());
}
