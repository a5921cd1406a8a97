using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Domain.Workbooks;

/// <summary>
/// A list that somebody uploaded for their organisation (Excel 导入), and the work on it: first every row is checked and nothing is kept, then,
/// when they say so, the good rows are handed in for review. The work goes on when they leave the page, and after a restart.
/// </summary>
public sealed class WorkbookUpload
{
    /// <summary>Work that broke off so often is given up.</summary>
    public const int TriesMax = 10;

    public WorkbookUpload(ListKind kind, Guid organisationId, Guid fileId, string fileName, Guid uploadedBy, DateTimeOffset now)
    {
        Kind = kind;
        OrganisationId = organisationId;
        FileId = fileId;
        FileName = fileName;
        UploadedBy = uploadedBy;
        UploadedAt = now;
    }

    private WorkbookUpload()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public ListKind Kind { get; private init; }

    public Guid OrganisationId { get; private init; }

    public Guid FileId { get; private init; }

    /// <summary>The name it had on its owner's machine: shown, never used as a path.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The account for which the work is done.</summary>
    public Guid UploadedBy { get; private init; }

    public DateTimeOffset UploadedAt { get; private init; }

    public UploadState State { get; private set; }

    /// <summary>How often the present work was begun.</summary>
    public int Tries { get; private set; }

    /// <summary>Part of the file that the present work has dealt with, 0–1.</summary>
    public double Fraction { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Rows that were handed in.</summary>
    public int Taken { get; private set; }

    /// <summary>SHA-256 of the headers of its first table.</summary>
    public string Shape { get; private set; } = "";

    public IReadOnlyList<UploadSheet> Sheets { get; private set; } = [];

    /// <summary>Field by header, where somebody decided; the rest follows the known names.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why the file as a whole was not taken.</summary>
    public UploadReason? Failure { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    public int Rows => Added + Changed + Unchanged + Refused;

    public bool IsWorkedOn => State is UploadState.Waiting or UploadState.Checking or UploadState.Taking;

    /// <summary>Says what its first table looks like, and how columns of this shape were understood before.</summary>
    public void Recognise(UploadSheet first, string shape, IReadOnlyDictionary<string, string> fields)
    {
        Rule.Require(State is UploadState.Waiting, "这份清单已经在处理了。");
        (Sheets, Shape, Fields) = ([first], shape, fields);
    }

    /// <summary>Begins, or begins again what broke off: a check starts anew, handing in goes on with what is still to do.</summary>
    public void Begin()
    {
        Rule.Require(IsWorkedOn, "这份清单没有等待处理。");
        if (State is not UploadState.Taking)
        {
            State = UploadState.Checking;
            (Added, Changed, Unchanged, Refused) = (0, 0, 0, 0);
            Sheets = [];
        }

        Fraction = 0;
        Tries++;
        Revision++;
    }

    public void Saw(IReadOnlyList<UploadSheet> sheets) => Sheets = [.. sheets];

    public void Count(IEnumerable<UploadedRow> rows, double fraction)
    {
        foreach (var group in rows.CountBy(r => r.Outcome))
        {
            _ = group.Key switch
            {
                RowOutcome.Added => Added += group.Value,
                RowOutcome.Changed => Changed += group.Value,
                RowOutcome.Unchanged => Unchanged += group.Value,
                _ => Refused += group.Value
            };
        }

        Advance(fraction);
    }

    public void CountTaken(int rows, double fraction)
    {
        Taken += rows;
        Advance(fraction);
    }

    /// <summary>The rows are known; what happens next is for a person to say.</summary>
    public void FinishCheck()
    {
        Rule.Require(State is UploadState.Checking, "这份清单没有在检查。");
        (State, Fraction, Tries) = (UploadState.Checked, 1, 0);
        Revision++;
    }

    /// <summary>Decides which field each column feeds, and has the rows checked again.</summary>
    public void Map(IReadOnlyDictionary<string, string> fields)
    {
        Rule.Require(State is UploadState.Checked or UploadState.Failed, "现在不能改列的对应：这份清单正在处理，或者已经导入。");
        (State, Fields, Failure, Fraction, Tries) = (UploadState.Waiting, fields, null, 0, 0);
        Revision++;
    }

    public void Take()
    {
        Rule.Require(State is UploadState.Checked, "这份清单正在处理，或者已经导入过。");
        Rule.Require(Added + Changed > 0, "没有可以导入的行。请先改正标红的地方再上传。");
        (State, Fraction, Tries, Taken) = (UploadState.Taking, 0, 0, 0);
        Revision++;
    }

    public void Finish(DateTimeOffset now)
    {
        Rule.Require(State is UploadState.Taking, "这份清单没有在导入。");
        (State, Fraction, FinishedAt) = (UploadState.Done, 1, now);
        Revision++;
    }

    public void Fail(UploadReason reason, DateTimeOffset now)
    {
        Rule.Require(IsWorkedOn, "这份清单没有在处理。");
        (State, Failure, FinishedAt) = (UploadState.Failed, reason, now);
        Revision++;
    }

    private void Advance(double fraction)
    {
        Fraction = Math.Clamp(fraction, 0, 1);
        Revision++;
    }
}
