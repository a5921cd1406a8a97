using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Writing;

/// <summary>
/// What a company has stated once in its profile, as texts of a capability. Its introduction and other qualifications are not among them: every capability
/// shows those of the profile itself. The contact stands in the draft for whoever may see it; in public it is masked like any other.
/// </summary>
internal sealed class ProfileTexts(PortalDbContext db, CodeBooks codeBooks)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static bool IsIn(WritingField field) => field.Name is SheetField.Region or SheetField.Zone or SheetField.Contact or SheetField.ServiceRegions or SheetField.Qualifications;

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(ListKind kind, Guid organisationId, Person person, CancellationToken cancellation)
    {
        if (kind is not ListKind.Capabilities)
        {
            return Nothing;
        }

        var stated = await (
            from organisation in db.Organisations.EditableBy(person)
            join contact in db.OrganisationContacts.VisibleTo(person) on organisation.Id equals contact.OrganisationId into contacts
            from contact in contacts.DefaultIfEmpty()
            where organisation.Id == organisationId
            select new { organisation.RegionCode, organisation.Zone, organisation.ServiceRegionCodes, organisation.Certificates, contact.Name, contact.Phone }).SingleOrDefaultAsync(cancellation);
        return stated is null ? Nothing : new (SheetField Field, string? Text)[]
        {
            (SheetField.Region, stated.RegionCode),
            (SheetField.Zone, stated.Zone),
            (SheetField.ServiceRegions, string.Join('、', stated.ServiceRegionCodes.Select(codeBooks.Current.RegionName))),
            (SheetField.Qualifications, CertificateText.Write(stated.Certificates)),
            (SheetField.Contact, stated.Name is null ? null : $"{stated.Name} {stated.Phone}")
        }.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToDictionary(t => t.Field.ToString(), t => t.Text!);
    }
}
