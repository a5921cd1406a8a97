using System.Globalization;
using System.Text;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Goes through a file in its order and finds what no look into the database is needed for: rows that cannot be read, that are there twice, or that are somebody else's.</summary>
internal sealed class RowCheck<TRow>(IRowIntake<TRow> intake, Organisation own)
{
    private readonly Dictionary<(string? Id, string? Title), RowOrigin> _seen = [];
    private readonly List<UploadSheet> _sheets = [];
    private int _position;

    public IReadOnlyList<UploadSheet> Sheets => _sheets;

    /// <summary>The row with its faults, or with none so far; null for what is no row.</summary>
    public CheckedRow<TRow>? Look(ReadItem<TRow> item)
    {
        switch (item)
        {
            case ReadSheet<TRow> { Report: var sheet }:
                _sheets.Add(RowCheck.SheetOf(sheet));
                return null;
            case RefusedRow<TRow> refused:
                return new(++_position, refused.Origin) { Faults = [.. refused.Refusals.Select(FaultOf)] };
            case ReadRow<TRow> { Row: var row }:
                return new(++_position, intake.OriginOf(row)) { Row = row, Title = intake.TitleOf(row), Faults = Foreign(row) is { } fault ? [fault] : Twice(row) is { } twice ? [twice] : [] };
            default:
                throw new InvalidOperationException($"Nothing is known of a {item.GetType().Name}.");
        }
    }

    private static RowFault FaultOf(RowRefusal refusal)
    {
        var label = refusal.Column?.Split(' ', 2) ?? [];
        return new RowFault { Letter = label.ElementAtOrDefault(0), Header = label.ElementAtOrDefault(1), Value = refusal.Value, Reason = refusal.Reason.ToStored() };
    }

    /// <summary>Whatever the sheet says, rows are the organisation's own; one that says otherwise is a mistake of somebody.</summary>
    private RowFault? Foreign(TRow row)
    {
        var (name, code) = intake.OrganisationOf(row);
        if (code is not null && own.CreditCode is { } mine && !mine.Value.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return At(intake.CodeField, row, code, new UploadReason(IntakeRefusals.OtherCode, code));
        }

        return name is not null && Plain(name) != Plain(own.Name)
            ? At(intake.OrganisationField, row, name, new UploadReason(IntakeRefusals.OtherOrganisation, name, own.Name))
            : null;
    }

    private RowFault? Twice(TRow row)
    {
        var id = intake.ExternalIdOf(row);
        var key = id is null ? (null, intake.TitleOf(row)) : (id, (string?)null);
        if (_seen.TryAdd(key, intake.OriginOf(row)))
        {
            return null;
        }

        var first = _seen[key];
        var number = first.Row.ToString(CultureInfo.InvariantCulture);
        return At(id is null ? SheetField.Title : SheetField.ExternalId, row, id ?? intake.TitleOf(row),
            first.Sheet is null ? new UploadReason(IntakeRefusals.Twice, number) : new UploadReason(IntakeRefusals.TwiceOnSheet, first.Sheet, number));
    }

    /// <summary>The fault in the cell that feeds the field.</summary>
    public RowFault At(SheetField field, TRow row, string value, UploadReason reason)
    {
        var column = _sheets.LastOrDefault(s => s.Name == intake.OriginOf(row).Sheet)?.Columns.FirstOrDefault(c => c.Field == field.ToString());
        return new RowFault { Letter = column?.Letter, Header = column?.Header, Value = value.Length <= 40 ? value : $"{value[..39]}…", Reason = reason };
    }

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>A row of the file and what is wrong with it.</summary>
internal sealed record CheckedRow<TRow>(int Position, RowOrigin Origin)
{
    /// <summary>Absent for a row that could not be read.</summary>
    public TRow? Row { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<RowFault> Faults { get; init; } = [];

    public UploadedRow Ended(Guid upload, RowOutcome outcome, params IReadOnlyList<RowFault> faults) => new(upload, Position, outcome, faults)
    {
        Sheet = Origin.Sheet,
        Row = Origin.Row,
        Title = Title
    };
}

internal static class RowCheck
{
    public static UploadSheet SheetOf(SheetReport sheet) => new()
    {
        Name = sheet.Sheet,
        HeaderRow = sheet.HeaderRow,
        Columns = [.. sheet.Columns.Select(c => new UploadColumn(c.Letter, c.Header, c.Field.ToString()))],
        Skipped = sheet.Skipped?.ToStored()
    };
}

internal static class StoredReason
{
    extension(Reason reason)
    {
        /// <summary>As it is stored: with the values as text.</summary>
        public UploadReason ToStored() => new(reason.Template, [.. reason.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v}"))]);
    }
}
