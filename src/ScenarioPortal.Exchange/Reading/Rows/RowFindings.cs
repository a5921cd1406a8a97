using ScenarioPortal.Exchange.Reading.Files;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Rows;

/// <summary>What there is to say about a row while it is made: faults that refuse it, remarks that do not.</summary>
internal sealed class RowFindings(RowOrigin origin)
{
    private readonly List<RowRefusal> _refusals = [];
    private readonly List<RowRemark> _remarks = [];

    public IReadOnlyList<RowRefusal> Refusals => _refusals;

    public IReadOnlyList<RowRemark> Remarks => _remarks;

    public void Refuse(FieldValue value, Reason reason) => _refusals.Add(new()
    {
        Sheet = origin.Sheet,
        Row = origin.Row,
        Column = value.Column,
        Value = CellText.Excerpt(value.Text),
        Reason = reason
    });

    /// <summary>Refuses for a cell that should have been filled; its column is absent where the file has none. Two wants of one cell are one fault.</summary>
    public void RefuseEmpty(string? column, Reason reason)
    {
        if (!_refusals.Any(refusal => refusal.Column == column && refusal.Reason.Template == reason.Template))
        {
            _refusals.Add(new() { Sheet = origin.Sheet, Row = origin.Row, Column = column, Reason = reason });
        }
    }

    public void Remark(FieldValue? value, Reason reason) => _remarks.Add(new()
    {
        Column = value?.Column,
        Value = value is null ? null : CellText.Excerpt(value.Text),
        Reason = reason
    });

    /// <summary>Remarks on a company that the row above lent.</summary>
    public void SayCompany(SortedRow row)
    {
        if (row.CompanyFromAbove is { } company)
        {
            Remark(null, new(CellRemarks.CompanyFromAbove, company));
        }
    }

    /// <summary>Passes on what a parser said.</summary>
    public Understood<T> Hear<T>(FieldValue value, Understood<T> understood)
    {
        if (understood.Fault is { } fault)
        {
            Refuse(value, fault);
        }
        else if (understood.Remark is { } remark)
        {
            Remark(value, remark);
        }

        return understood;
    }
}
