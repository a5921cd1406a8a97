using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Import;

/// <summary>What a row of an opportunity list means in the code lists' terms, whether it came from a file or from a form.</summary>
internal static class OpportunityRowWords
{
    extension(OpportunityRow row)
    {
        public Need ToNeed(CodeBook codes)
        {
            var field = codes.FieldMeantBy(row.Field) ?? codes.FieldMeantBy(row.ScenarioType);
            return new Need
            {
                Title = row.Title,
                Description = row.Description,
                FieldCode = field?.Code,
                FieldText = field is null ? row.Field ?? row.ScenarioType : null,
                Subfield = row.Subfield ?? row.ScenarioType,
                Technologies = row.RequiredTech,
                Cooperation = row.Cooperation,
                Investment = row.Investment,
                Budget = row.Budget,
                BudgetNote = row.BudgetNote,
                Deadline = row.Deadline,
                DeadlineNote = row.DeadlineNote,
                AcceptanceCriteria = row.AcceptanceCriteria,
                Conditions = row.Conditions,
                Contact = row.Contact
            };
        }

        /// <summary>Where it is: the region that is named, else one named in the landing area, else the usual one: the publisher's, or that of the sheet.</summary>
        public ScenarioSetting ToSetting(CodeBook codes, HomeRegion home, string? usualRegionCode)
        {
            var near = usualRegionCode ?? home.Code;
            var region = codes.RegionMeantBy(row.Region?.Code) ?? codes.RegionMeantBy(row.Region?.Name, near) ?? codes.RegionMeantBy(row.LandingArea, near);
            return new ScenarioSetting
            {
                Name = row.Title,
                RegionCode = region?.Code ?? usualRegionCode,
                Zone = row.Zone,
                LandingArea = row.LandingArea,
                Scale = ScaleMeantBy(row.Kind)
            };
        }
    }

    private static Scale? ScaleMeantBy(string? kind) => kind switch
    {
        null => null,
        _ when kind.Contains("小切口", StringComparison.Ordinal) => Scale.Focused,
        _ when kind.Contains("集成", StringComparison.Ordinal) => Scale.Integrated,
        _ when kind.Contains("重大", StringComparison.Ordinal) => Scale.Major,
        _ => null
    };
}
