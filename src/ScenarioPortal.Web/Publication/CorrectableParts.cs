using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Publication;

/// <summary>What of a released need or a published capability can be corrected, one part at a time; the deadline has a rule of its own.</summary>
internal static class CorrectableParts
{
    /// <summary>Where it is and how large.</summary>
    private static readonly SheetField[] OfTheScenario = [SheetField.Region, SheetField.Zone, SheetField.LandingArea, SheetField.Kind];

    private static readonly SheetField[] OfANeed =
    [
        SheetField.Title, SheetField.Description, SheetField.AcceptanceCriteria, .. OfTheScenario, SheetField.Field, SheetField.RequiredTech,
        SheetField.RequiredConditions, SheetField.WishedConditions, SheetField.Cooperation, SheetField.Budget, SheetField.Investment, SheetField.Contact
    ];

    private static readonly SheetField[] OfAnOffer =
    [
        SheetField.Title, SheetField.Description, SheetField.Tech, SheetField.Trl, SheetField.Cases, SheetField.Effect, SheetField.Innovation, SheetField.Field, SheetField.Region,
        SheetField.Zone, SheetField.ServiceRegions, SheetField.ApplicableScenes, SheetField.TargetCustomers,
        SheetField.Qualifications, SheetField.ProjectsAtOnce, SheetField.Contact
    ];

    extension(IStringLocalizer<Texts> L)
    {
        public IReadOnlyList<WritingField> PartsToCorrect(ListKind kind) =>
            [.. L.WritingSteps(kind).SelectMany(s => s.Fields).Where(f => (kind is ListKind.Opportunities ? OfANeed : OfAnOffer).Contains(f.Name))];
    }

    extension(SheetField part)
    {
        /// <summary>Belongs to the scenario around the need, and not to the need itself.</summary>
        public bool IsOfTheScenario => OfTheScenario.Contains(part);
    }

    extension(ScenarioSetting setting)
    {
        /// <summary>The same setting with this one part as another says it.</summary>
        public ScenarioSetting With(SheetField part, ScenarioSetting other) => part switch
        {
            SheetField.Region => setting with { RegionCode = other.RegionCode },
            SheetField.Zone => setting with { Zone = other.Zone },
            SheetField.LandingArea => setting with { LandingArea = other.LandingArea },
            SheetField.Kind => setting with { Scale = other.Scale },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This part is not the scenario's.")
        };
    }

    extension(Need need)
    {
        /// <summary>The same need with this one part as another says it.</summary>
        public Need With(SheetField part, Need other) => part switch
        {
            SheetField.Title => need with { Title = other.Title },
            SheetField.Description => need with { Description = other.Description },
            SheetField.AcceptanceCriteria => need with { AcceptanceCriteria = other.AcceptanceCriteria },
            SheetField.Field => need with { FieldCode = other.FieldCode, FieldText = other.FieldText },
            SheetField.RequiredTech => need with { Technologies = other.Technologies },
            SheetField.RequiredConditions or SheetField.WishedConditions => need with { Conditions = other.Conditions },
            SheetField.Cooperation => need with { Cooperation = other.Cooperation },
            SheetField.Budget => need with { Budget = other.Budget, BudgetNote = other.BudgetNote },
            SheetField.Investment => need with { Investment = other.Investment },
            SheetField.Contact => need with { Contact = other.Contact },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This part is not corrected here.")
        };
    }

    extension(Offer offer)
    {
        /// <summary>The same offer with this one part as another says it.</summary>
        public Offer With(SheetField part, Offer other) => part switch
        {
            SheetField.Title => offer with { Title = other.Title },
            SheetField.Description => offer with { Description = other.Description },
            SheetField.Tech => offer with { Technologies = other.Technologies },
            SheetField.Trl => offer with { Trl = other.Trl },
            SheetField.Cases => offer with { Cases = other.Cases },
            SheetField.Effect => offer with { Effect = other.Effect },
            SheetField.Innovation => offer with { Innovation = other.Innovation },
            SheetField.Field => offer with { FieldCode = other.FieldCode, FieldText = other.FieldText },
            SheetField.Region => offer with { RegionCode = other.RegionCode },
            SheetField.Zone => offer with { Zone = other.Zone },
            SheetField.ServiceRegions => offer with { ServiceRegionCodes = other.ServiceRegionCodes },
            SheetField.ApplicableScenes => offer with { ApplicableScenes = other.ApplicableScenes },
            SheetField.TargetCustomers => offer with { TargetCustomers = other.TargetCustomers },
            SheetField.Qualifications => offer with { Certificates = other.Certificates },
            SheetField.ProjectsAtOnce => offer with { ProjectsAtOnce = other.ProjectsAtOnce },
            SheetField.Contact => offer with { Contact = other.Contact },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This part is not corrected here.")
        };
    }
}
