using System.Text;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class ProgressTests
{
    private static readonly string Csv = "场景名称,场景简介\n" + string.Concat(Enumerable.Range(1, 1_000).Select(number => $"第{number}项,简介\n"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Progress_rises_to_the_end(bool asWorkbook)
    {
        var progress = new Heard();
        var file = asWorkbook ? WorkbookBuilder.Of([.. Csv.Split('\n').Select(line => (object?[])[.. line.Split(',')])]) : Encoding.UTF8.GetBytes(Csv);

        await Sent.NeedsAsync(file, "清单.csv", new() { Progress = progress });

        Assert.Equal([256, 512, 768, 1_000], progress.Reports.Select(report => report.Rows));
        Assert.Equal(progress.Reports.Order(Comparer<ReadProgress>.Create((left, right) => left.Fraction.CompareTo(right.Fraction))), progress.Reports);
        Assert.All(progress.Reports, report => Assert.InRange(report.Fraction, double.Epsilon, 1));
        Assert.Equal(1, progress.Reports[^1].Fraction);
    }

    [Fact]
    public async Task A_cancelled_reading_ends()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ListReader.OpportunitiesAsync(new MemoryStream(Encoding.UTF8.GetBytes(Csv)), "清单.csv", cancellation: stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_and_limited_all_the_same()
    {
        var rows = await Outcome<OpportunityRow>.OfAsync(ListReader.OpportunitiesAsync(new OneWay(Encoding.UTF8.GetBytes(Csv)), "清单.csv"));
        var refusal = await Assert.ThrowsAsync<UnreadableFileException>(() => Outcome<OpportunityRow>.OfAsync(
            ListReader.OpportunitiesAsync(new OneWay(Encoding.UTF8.GetBytes(Csv)), "清单.csv", new() { Limits = new() { FileBytes = 5_000 } })));

        Assert.Equal(1_000, rows.Rows.Count);
        Assert.Equal(FileRefusals.TooBig, refusal.Reason.Template);
    }

    private sealed class Heard : IProgress<ReadProgress>
    {
        public List<ReadProgress> Reports { get; } = [];

        public void Report(ReadProgress value) => Reports.Add(value);
    }

    private sealed class OneWay(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
