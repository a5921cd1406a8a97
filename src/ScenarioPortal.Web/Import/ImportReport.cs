using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Import;

/// <summary>What became of the rows of one file.</summary>
internal sealed class ImportReport
{
    private readonly List<RowRefusal> _refusals = [];
    private readonly List<SheetReport> _sheets = [];
    private readonly List<ListRelease> _releases = [];

    public int Read => Added + Changed + Unchanged + Refused;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Rows refused; one row may have several refusals.</summary>
    public int Refused { get; private set; }

    public IReadOnlyList<RowRefusal> Refusals => _refusals;

    public IReadOnlyList<SheetReport> Sheets => _sheets;

    /// <summary>The batches in which the rows were released.</summary>
    public IReadOnlyList<ListRelease> Releases => _releases;

    public void Count(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Added:
                Added++;
                break;
            case Outcome.Changed:
                Changed++;
                break;
            default:
                Unchanged++;
                break;
        }
    }

    public void Refuse(IEnumerable<RowRefusal> refusals)
    {
        Refused++;
        _refusals.AddRange(refusals);
    }

    public void Saw(SheetReport sheet) => _sheets.Add(sheet);

    public void Released(ListRelease release) => _releases.Add(release);
}
