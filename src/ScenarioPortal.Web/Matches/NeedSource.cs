using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Matches;

/// <summary>An opportunity with what its list entry and its matching need from the records around it.</summary>
internal sealed record NeedSource
{
    public required Opportunity Opportunity { get; init; }

    public Scale? Scale { get; init; }

    public string? RegionCode { get; init; }

    public string? LandingArea { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Its meaning, of this text or an earlier one; null when no model is set up or its turn has not come.</summary>
    public TextVector? Vector { get; init; }

    public OpportunityItem ToItem() => new()
    {
        Id = Opportunity.Id,
        Status = Opportunity.Status,
        FieldCode = Opportunity.FieldCode,
        RegionCode = RegionCode,
        Scale = Scale,
        BudgetMaximum = Opportunity.BudgetMaximum ?? Opportunity.BudgetMinimum,
        Deadline = Opportunity.Deadline,
        ReleasedAt = Opportunity.ReleasedAt ?? Opportunity.UpdatedAt
    };

    public NeedDocument ToDocument(CodeBook codes)
    {
        var field = codes.Field(Opportunity.FieldCode);
        var document = new NeedDocument
        {
            Id = Opportunity.Id,
            Revision = Opportunity.Revision,
            Title = Opportunity.Title,
            Description = Paragraphs.Joined(Opportunity.Description, Opportunity.Cooperation, Opportunity.AcceptanceCriteria),
            Technologies = Opportunity.Technologies,
            Field = field?.Name ?? Opportunity.FieldText,
            FieldArea = field?.Area,
            RegionCode = RegionCode,
            BudgetMaximum = Opportunity.BudgetMaximum,
            Deadline = Opportunity.Deadline,
            Conditions = [.. Opportunity.Conditions.Select(c => new MatchCondition { Text = c.Text, Required = c.Required })],
            Keywords = Paragraphs.Joined(Publisher, Opportunity.Number, LandingArea, Opportunity.ExternalId)
        };
        return Vector is null ? document : document with { Vector = Vector.Of(EmbeddedText.Of(document)) };
    }
}
