using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Work on one upload: whose, for whom, and how far its file has been read.</summary>
internal sealed class RowJob : IProgress<ReadProgress>
{
    public required Guid Upload { get; init; }

    public required ListKind Kind { get; init; }

    /// <summary>True when the good rows are handed in, false when all are only checked.</summary>
    public required bool Takes { get; init; }

    public required Organisation Own { get; init; }

    public required Person Person { get; init; }

    /// <summary>Part of the file that has been read, 0–1.</summary>
    public double Fraction { get; private set; }

    public void Report(ReadProgress value) => Fraction = value.Fraction;
}
