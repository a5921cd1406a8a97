using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Privacy;

/// <summary>What a person is shown of what is kept about them.</summary>
internal sealed record OwnView
{
    public required IReadOnlyList<Consent> Consents { get; init; }

    /// <summary>Organisations that name this person as the one to ask.</summary>
    public required IReadOnlyList<OwnPlace> Places { get; init; }

    /// <summary>Kinds of records of which there are any, each with something that people can read.</summary>
    public required IReadOnlyList<OwnTable> Tables { get; init; }

    public IEnumerable<string> ShownBy => Places.Where(p => p.IsShown).Select(p => p.Organisation);
}

/// <summary>An organisation that names a person as the one to ask.</summary>
internal sealed record OwnPlace(Guid OrganisationId, string Organisation, string Phone, bool IsShown);

/// <summary>Reads it.</summary>
internal sealed class OwnViewReader(OwnData data, OwnTables tables)
{
    /// <summary>Of the audit trail, the newest entries; all of them are in the file to take away.</summary>
    public const int Acts = 20;

    public async Task<OwnView> ReadAsync(PortalDbContext db, Account account, CancellationToken cancellation)
    {
        var records = await data.ReadAsync(db, account, Acts, cancellation);
        var all = await tables.OfAsync(db, records, cancellation);
        return new OwnView
        {
            Consents = await db.ConsentsOf(account.Id).AsNoTracking().OrderByDescending(c => c.GivenAt).ThenBy(c => c.Id).ToListAsync(cancellation),
            Places = await (
                from contact in db.ContactsOf(account)
                join organisation in db.Organisations on contact.OrganisationId equals organisation.Id
                orderby organisation.Name, organisation.Id
                select new OwnPlace(organisation.Id, organisation.Name, contact.Phone, contact.ShownSince != null)).ToListAsync(cancellation),
            Tables = [.. all.Where(t => t.Kind != nameof(Consent) && t.Columns.Any(c => c.Label is not null))]
        };
    }
}
