using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Rights;

/// <summary>What the database shows and takes by itself, whatever the query says.</summary>
public sealed class SecondWallTests(PortalDatabase database)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_draft_is_seen_by_its_own_organisation_and_by_nobody_else()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var world = await World.MakeAsync(portal);

        Assert.Equal(1, await SeenAsync(portal, world.Owner, db => db.Opportunities));
        Assert.Equal(1, await SeenAsync(portal, world.Owner, db => db.Scenarios));
        foreach (var other in (Person[])[Person.Visitor, world.Stranger, world.Reviewer])
        {
            Assert.Equal(0, await SeenAsync(portal, other, db => db.Opportunities));
            Assert.Equal(0, await SeenAsync(portal, other, db => db.Scenarios));
            Assert.Equal(0, await SeenAsync(portal, other, db => db.Capabilities));
        }
    }

    [Fact]
    public async Task What_is_handed_in_is_seen_by_the_reviewer_of_its_region_only()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var world = await World.MakeAsync(portal);
        await ChangeAsync(portal, db => db.Opportunities.SingleAsync(), o => o.Submit(Now));

        Assert.Equal(1, await SeenAsync(portal, world.Reviewer, db => db.Opportunities));
        Assert.Equal(0, await SeenAsync(portal, world.Reviewer with { Posts = [new Post(StaffRole.Reviewer, "310000")] }, db => db.Opportunities));
        Assert.Equal(0, await SeenAsync(portal, world.Stranger, db => db.Opportunities));
    }

    [Fact]
    public async Task Nothing_of_another_organisation_can_be_changed_or_put_in_its_name()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var world = await World.MakeAsync(portal);
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(world.Stranger);

        Assert.Equal(0, await db.Opportunities.ExecuteUpdateAsync(s => s.SetProperty(o => o.Title, "抢来的"), TestContext.Current.CancellationToken));
        db.Add(new Capability(world.OrganisationId, new Offer { Title = "冒名的能力", Description = "冒名" }, Now));
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task A_connection_forgets_the_person_when_it_is_given_back()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var world = await World.MakeAsync(portal);
        var access = portal.Access with
        {
            Owner = $"{portal.Access.Owner};Maximum Pool Size=1",
            ApplicationSignIn = portal.Access.ApplicationSignIn is { } signIn ? $"{signIn};Maximum Pool Size=1" : null
        };
        await using var requests = new RequestDatabase(access);

        foreach (var (person, seen) in ((Person, int)[])[(world.Owner, 1), (Person.Visitor, 0), (world.Owner, 1), (world.Stranger, 0)])
        {
            await using var db = requests.OpenFor(person);
            Assert.Equal(seen, await db.Opportunities.CountAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_audit_trail_can_be_added_to_and_not_altered()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(Entry("one"), Entry("two"));
        await using var source = PortalDatabaseOptions.CreateWorkDataSource(portal.Access.Application);

        foreach (var sql in (string[])["UPDATE audit_entries SET actor = 'nobody'", "DELETE FROM audit_entries", "TRUNCATE audit_entries", "UPDATE audit_head SET sequence = 0", "SELECT * FROM audit_head"])
        {
            await using var command = source.CreateCommand(sql);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        var entries = await portal.ReadAsync(db => db.Audit.OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal([1, 2], entries.Select(e => e.Sequence));
        Assert.Equal(2, entries.Select(e => e.Hash).Distinct().Count());
    }

    private static AuditEntry Entry(string action) => new() { At = Now, Actor = "test", Action = action, Result = AuditResult.Done, Detail = "{}" };

    private static async Task<int> SeenAsync<T>(PortalHost portal, Person person, Func<PortalDbContext, IQueryable<T>> query)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return await query(db).CountAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ChangeAsync<T>(PortalHost portal, Func<PortalDbContext, Task<T>> find, Action<T> change)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        change(await find(db));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A unit with a draft need and a draft capability, its owner, a stranger from a company, and the reviewer of the city.</summary>
    private sealed record World(Guid OrganisationId, Person Owner, Person Stranger, Person Reviewer)
    {
        public static async Task<World> MakeAsync(PortalHost portal)
        {
            var unit = new Organisation("示范街道办", OrganisationKind.Government);
            var company = new Organisation("别的公司", OrganisationKind.Company);
            var scenario = new Scenario(unit.Id, "夜间巡查");
            scenario.Describe(new ScenarioSetting { Name = "夜间巡查", RegionCode = "110101" });
            await portal.SaveAsync(unit, company, scenario,
                new Opportunity(scenario.Id, unit.Id, new Need { Title = "夜间巡查", Description = "没有人看" }, Now),
                new Capability(unit.Id, new Offer { Title = "巡查机器人", Description = "夜里自己走" }, Now));
            return new World(unit.Id, Member(unit), Member(company), new Person { AccountId = Guid.CreateVersion7(), IsComplete = true, Posts = [new Post(StaffRole.Reviewer, "110000")] });
        }

        private static Person Member(Organisation organisation) => new()
        {
            AccountId = Guid.CreateVersion7(),
            IsComplete = true,
            Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Owner }]
        };
    }
}
