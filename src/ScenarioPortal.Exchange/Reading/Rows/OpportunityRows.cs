using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Rows;

/// <summary>Makes a need of a sorted row. What it finds wrong goes to the findings; the row counts only without faults.</summary>
internal static class OpportunityRows
{
    public static OpportunityRow Make(FieldValues values, RowFindings findings)
    {
        var parts = new RowParts(values, findings);
        parts.SayErrors();
        var (region, zone) = parts.Place();
        var budget = Budget(values, findings);
        var deadline = Deadline(values, findings);
        return new()
        {
            Origin = values.Origin,
            ExternalId = parts.ExternalId(),
            Title = parts.Title(values[SheetField.Title], OpportunityRow.TitleMaxLength),
            Description = parts.Description(OpportunityRow.DescriptionMaxLength, SheetField.Cooperation, SheetField.RequiredTech, SheetField.AcceptanceCriteria),
            Publisher = values.Line(SheetField.Publisher),
            PublisherCode = parts.Code(SheetField.PublisherCode),
            Region = region ?? (values.Text(SheetField.LandingArea) is { } area ? PlaceText.District(area) : null),
            Zone = zone,
            LandingArea = values.Text(SheetField.LandingArea),
            Field = values.Line(SheetField.Field),
            Subfield = values.Line(SheetField.Subfield),
            Kind = values.Line(SheetField.Kind),
            ScenarioType = values.Line(SheetField.ScenarioType),
            RequiredTech = values[SheetField.RequiredTech]?.Phrases ?? TechInCooperation(values),
            Cooperation = values.Text(SheetField.Cooperation),
            Investment = values.Text(SheetField.Investment),
            Budget = budget.Value,
            BudgetNote = budget.Note,
            Deadline = deadline.Value,
            DeadlineNote = deadline.Note,
            AcceptanceCriteria = values.Text(SheetField.AcceptanceCriteria),
            Conditions =
            [
                .. Conditions(values[SheetField.RequiredConditions], required: true),
                .. Conditions(values[SheetField.WishedConditions], required: false)
            ],
            Contact = values.Text(SheetField.Contact),
            Other = values.Other
        };
    }

    /// <summary>欢迎合作方向 is often nothing but the wanted technologies.</summary>
    private static IReadOnlyList<string> TechInCooperation(FieldValues values) =>
        values.Text(SheetField.Cooperation) is { } cooperation ? ListText.OnlyPhrases(cooperation) : [];

    private static Understood<Budget> Budget(FieldValues values, RowFindings findings) =>
        values[SheetField.Budget] is { } value ? findings.Hear(value, MoneyText.Read(value.Text, value.Unit)) : new();

    private static Understood<DateOnly?> Deadline(FieldValues values, RowFindings findings) =>
        values[SheetField.Deadline] is { } value ? findings.Hear(value, DateText.Read(value.Text)) : new();

    private static IEnumerable<Condition> Conditions(FieldValue? value, bool required) =>
        (value?.Sentences ?? []).Select(text => new Condition { Text = text, Required = required });
}
