using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Matches;

/// <summary>A capability with what its list entry and its matching need from the records around it.</summary>
internal sealed record CapabilitySource
{
    public required Capability Capability { get; init; }

    public string? Organisation { get; init; }

    public string? OrganisationRegionCode { get; init; }

    public string? Qualifications { get; init; }

    /// <summary>What its organisation's credit was when it was last weighed; 0 without any.</summary>
    public decimal Credit { get; init; }

    /// <summary>Its meaning, of this text or an earlier one; null when no model is set up or its turn has not come.</summary>
    public TextVector? Vector { get; init; }

    public CapabilityItem ToItem() => new()
    {
        Id = Capability.Id,
        FieldCode = Capability.FieldCode,
        RegionCode = Capability.RegionCode ?? OrganisationRegionCode,
        Trl = Capability.Trl,
        PublishedAt = Capability.PublishedAt ?? Capability.UpdatedAt
    };

    public CapabilityDocument ToDocument(CodeBook codes)
    {
        var field = codes.Field(Capability.FieldCode);
        var document = new CapabilityDocument
        {
            Id = Capability.Id,
            Revision = Capability.Revision,
            Title = Capability.Title,
            Description = Paragraphs.Joined(Capability.Description, Capability.Innovation, Capability.Effect, Capability.ApplicableScenes),
            Technologies = Capability.Technologies,
            Cases = Capability.Cases,
            Field = field?.Name ?? Capability.FieldText,
            ListedField = Capability.FieldText,
            FieldArea = field?.Area,
            RegionCode = Capability.RegionCode ?? OrganisationRegionCode,
            ServiceRegionCodes = Capability.ServiceRegionCodes,
            Trl = Capability.Trl,
            Certificates = [.. Capability.CountedCertificates.Select(c => c.Name)],
            IsUnconfirmed = Capability.LapsedAt is not null,
            Credit = Credit,
            Keywords = Paragraphs.Joined([Organisation, Capability.Number, Qualifications, .. Capability.CountedCertificates.SelectMany(c => new[] { c.Name, c.Number }), Capability.ExternalId])
        };
        return Vector is null ? document : document with { Vector = Vector.Of(EmbeddedText.Of(document)) };
    }
}
