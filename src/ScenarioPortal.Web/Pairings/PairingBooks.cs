using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
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
        ListShape.Mine => new PairingBook(await db.ItemsAsync(db.Pairings.Of(person), cancellation), time.Today, person.Edits),
        ListShape.Reviewed => await kept.ReadAsync(person, () => db.ItemsAsync(db.Pairings.OverseenBy(person), cancellation)),
        _ => index.Current.Pairings
    };

    private static bool Asks(IQueryCollection query, string scope) => query[scope] == "true";
}
