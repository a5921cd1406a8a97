using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Import;

/// <summary>What a row of a capability list means in the code lists' terms, whether it came from a file or from a form.</summary>
internal static class CapabilityRowWords
{
    extension(CapabilityRow row)
    {
        /// <summary>Region and zone: what is named, else the region in the company's name; a name that is no region is a zone.</summary>
        public (string? RegionCode, string? Zone) ToPlace(CodeBook codes, HomeRegion home)
        {
            var named = codes.RegionMeantBy(row.Region?.Name, home.Code);
            var region = codes.RegionMeantBy(row.Region?.Code) ?? named ?? codes.RegionMeantBy(row.Company, home.Code);
            return (region?.Code, row.Zone ?? (named is null ? row.Region?.Name : null));
        }

        public Offer ToOffer(CodeBook codes, HomeRegion home, string? regionCode, string? zone)
        {
            var field = codes.FieldMeantBy(row.Field);
            return new Offer
            {
                Title = row.Title,
                Description = row.Description,
                FieldCode = field?.Code,
                FieldText = row.Field == field?.Name ? null : row.Field,
                RegionCode = regionCode,
                Zone = zone,
                Technologies = row.Tech,
                Cases = row.Cases,
                Trl = row.Trl,
                Innovation = row.Innovation,
                Effect = row.Effect,
                ApplicableScenes = row.ApplicableScenes,
                TargetCustomers = row.TargetCustomers,
                ServiceRegionCodes = [.. row.ServiceRegions.Select(r => codes.RegionMeantBy(r, home.Code)?.Code).OfType<string>().Distinct()],
                Certificates = row.Certificates,
                ProjectsAtOnce = row.ProjectsAtOnce,
                Contact = row.Contact
            };
        }
    }
}
