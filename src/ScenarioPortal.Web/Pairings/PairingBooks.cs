using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Which pairings somebody is shown: everyone's, their own, or what they look after.</summary>
internal sealed class PairingBooks(PortalDbContext db, LiveIndex index, KeptBooks kept, TimeProvider time)
{
    /// <summary>What an address asks for, if this person has it; null is what everyone sees.</summary>
    public static string? ScopeOf(IQueryCollection query, Person person) =>
        Asks(query, ListShape.Mine) && person.Seats.Count > 0 ? ListShape.Mine
        : Asks(query, ListShape.Reviewed) && person.LooksAtBothSides ? ListShape.Reviewed
        : null;

    public async Task<PairingBook> ReadAsync(string? scope, Person person, CancellationToken cancellation) => scope switch
    {
        ListShape.Mine => new PairingBook(await ItemsAsync(db.Pairings.Of(person), person, cancellation), time.Today, person.Edits),
        ListShape.Reviewed => await kept.ReadAsync(person, () => ItemsAsync(db.Pairings.OverseenBy(person), person, cancellation)),
        _ => index.Current.Pairings
    };

    /// <summary>With the interests without a name, as far as the reader does not see whose they are.</summary>
    private async Task<List<PairingItem>> ItemsAsync(IQueryable<Pairing> pairings, Person person, CancellationToken cancellation)
    {
        var items = await db.ItemsAsync(pairings, cancellation);
        HashSet<Guid> known = [.. items.Select(i => i.Id)];
        return [.. items, .. (await db.VeiledItemsAsync(person, cancellation)).Where(v => !known.Contains(v.Id))];
    }

    private static bool Asks(IQueryCollection query, string scope) => query[scope] == "true";
}
