using System.Text;
using ScenarioPortal.Exchange.Reading;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>Reads what was sent, whole.</summary>
internal static class Sent
{
    public static Task<Outcome<OpportunityRow>> NeedsAsync(byte[] file, string name = "清单.xlsx", ReadOptions? options = null) =>
        Outcome<OpportunityRow>.OfAsync(ListReader.OpportunitiesAsync(new MemoryStream(file), name, options, TestContext.Current.CancellationToken));

    public static Task<Outcome<CapabilityRow>> OffersAsync(byte[] file, string name = "清单.xlsx", ReadOptions? options = null) =>
        Outcome<CapabilityRow>.OfAsync(ListReader.CapabilitiesAsync(new MemoryStream(file), name, options, TestContext.Current.CancellationToken));

    public static Task<Outcome<OpportunityRow>> NeedsAsync(string text, string name = "清单.csv", ReadOptions? options = null) =>
        NeedsAsync(Encoding.UTF8.GetBytes(text), name, options);

    public static Task<Outcome<CapabilityRow>> OffersAsync(string text, string name = "清单.csv", ReadOptions? options = null) =>
        OffersAsync(Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>The sentence, with its gaps, that refuses the file.</summary>
    public static async Task<string> RefusalOfAsync(byte[] file, string name = "清单.xlsx", ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<UnreadableFileException>(() => NeedsAsync(file, name, options))).Reason.Template;

    public static Task<string> RefusalOfAsync(string text, string name = "清单.csv", ReadOptions? options = null) => RefusalOfAsync(Encoding.UTF8.GetBytes(text), name, options);
}
