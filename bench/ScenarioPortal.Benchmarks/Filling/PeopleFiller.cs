using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>Signs people in for as long as it is measured: who reviews everywhere, and who writes for the unit that has most pairings.</summary>
internal static class PeopleFiller
{
    public static async Task<SignedInPeople> SignInAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(source);
        await using var db = new PortalDbContext(options.Options);
        var now = TimeProvider.System.GetUtcNow();
        var busiest = await db.Pairings.GroupBy(p => p.PublisherId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new { Publisher = g.Key, Pairings = g.Count() }).FirstAsync(cancellation);
        var provinces = await db.Pairings.Where(p => p.RegionCode != null).Select(p => p.RegionCode!.Substring(0, 2)).Distinct().ToListAsync(cancellation);
        var (reviewer, reviewing) = SignIn("reviewer");
        var (publisher, publishing) = SignIn("publisher");
        db.AddRange(provinces.Select(p => new StaffGrant(reviewer, StaffRole.Reviewer, $"{p}0000", now)));
        db.Add(new Membership(busiest.Publisher, publisher, MemberRole.Editor, now));
        await db.SaveChangesAsync(cancellation);
        return new SignedInPeople(reviewing, publishing, busiest.Publisher, busiest.Pairings);

        (Guid Account, string Key) SignIn(string role)
        {
            var (key, name) = (SecretKey.New(), $"{role}-{Guid.CreateVersion7():N}@bench.example");
            var account = new Account
            {
                DisplayName = role,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                Email = name,
                NormalizedEmail = name.ToUpperInvariant(),
                EmailConfirmed = true,
                CreatedAt = now
            };
            db.AddRange(account,
                new Consent { AccountId = account.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now },
                new Session { KeyHash = SecretKey.Hash(key), AccountId = account.Id, Factors = Factors.Password | Factors.TimeCode, StartedAt = now, LastSeenAt = now, ConfirmedAt = now });
            return (account.Id, key);
        }
    }
}

/// <summary>The keys of their sessions, and what the publisher has.</summary>
internal sealed record SignedInPeople(string Reviewer, string Publisher, Guid Unit, int UnitPairings);
