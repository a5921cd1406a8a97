using System.Collections.Concurrent;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Pairings;

/// <summary>What people who look after many pairings were last shown: read again after half a minute, so that going from a figure to its list finds the same.</summary>
internal sealed class KeptBooks(TimeProvider time)
{
    private const int Most = 20;
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (PairingBook Book, DateTimeOffset Until)> _books = new(StringComparer.Ordinal);

    public async Task<PairingBook> ReadAsync(Person person, Func<Task<List<PairingItem>>> read)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(person);
        if (_books.TryGetValue(key, out var kept) && kept.Until > now)
        {
            return kept.Book;
        }

        var book = new PairingBook(await read(), time.Today);
        foreach (var (other, old) in _books)
        {
            if (old.Until <= now || _books.Count >= Most)
            {
                _books.TryRemove(other, out _);
            }
        }

        _books[key] = (book, now + Kept);
        return book;
    }

    /// <summary>Everything that what somebody sees depends on: who has the same regions and organisations sees the same.</summary>
    private static string KeyOf(Person person) =>
        string.Join(',', person.ReviewedPrefixes.Order(StringComparer.Ordinal)) + "/" + string.Join(',', person.Reads.Order()) + "/" + person.LeavesItToTheDatabase;
}
