using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Audit;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Audit;

/// <summary>What <c>./portal verify</c> finds, done here with the rights of a superuser, whom no trigger and no grant stops.</summary>
public sealed class VerificationTests(PortalDatabase database)
{
    private const string Lists =
        """
        {"id":"N1","title":"夜间巡查","publisher":"海淀区城管委","region":"北京市海淀区","description":"夜里没有人看。"}
        {"id":"N2","title":"积水预警","publisher":"海淀区水务局","region":"北京市海淀区","description":"雨来得太快。"}
        """;

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_changed()
    {
        await using var portal = await WithTrailAsync();

        var said = await VerifyAsync(portal);

        Assert.Contains(said, line => line.StartsWith("Audit trail: 7 entries", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("Recorded heads: 1 ", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("List releases: 1 with 2 frozen rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET actor = 'account:nobodx' WHERE sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE audit_entries SET detail = '{\"number\": 6}' WHERE sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE audit_entries SET address = actor, actor = 'visitor' WHERE sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE audit_entries SET hash = repeat('0', 64) WHERE sequence = 5", "Entry 5 ")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4", "Entry 4 of the audit trail is missing")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1", "Entry 1 of the audit trail is missing")]
    [InlineData("DELETE FROM audit_entries WHERE sequence >= 6", "its end was cut off")]
    [InlineData("DELETE FROM audit_entries; UPDATE audit_head SET sequence = 0, hash = repeat('0', 64)", "its end was cut off")]
    [InlineData("UPDATE audit_head SET sequence = 99", "its end was cut off")]
    [InlineData("UPDATE released_items SET content = jsonb_set(content, '{budget}', '\"1 万元\"') WHERE position = 2", "are not those that were released")]
    [InlineData("DELETE FROM released_items WHERE position = 2", "are not those that were released")]
    [InlineData("UPDATE list_releases SET content_hash = repeat('0', 64)", "are not those that were released")]
    [InlineData("DELETE FROM list_releases", "was released and is gone")]
    public async Task One_change_by_a_superuser_is_found_and_named(string change, string named)
    {
        await using var portal = await WithTrailAsync();
        await AsOwnerAsync(portal, change);

        var broken = await Assert.ThrowsAsync<ChainBrokenException>(() => VerifyAsync(portal));

        Assert.Contains(named, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_cut_with_the_head_set_back_is_found_by_what_was_recorded_outside()
    {
        await using var portal = await WithTrailAsync();
        await AsOwnerAsync(portal, "DELETE FROM audit_entries WHERE sequence > 4; UPDATE audit_head SET sequence = 4, hash = (SELECT hash FROM audit_entries WHERE sequence = 4)");

        var broken = await Assert.ThrowsAsync<ChainBrokenException>(() => VerifyAsync(portal));

        Assert.Contains("entry 7 was recorded outside", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_rewritten_from_its_beginning_is_found_by_what_was_recorded_outside()
    {
        await using var portal = await WithTrailAsync();
        await AsOwnerAsync(portal,
            """
            CREATE TEMP TABLE earlier AS TABLE audit_entries;
            TRUNCATE audit_entries;
            UPDATE audit_head SET sequence = 0, hash = repeat('0', 64);
            UPDATE earlier SET actor = 'visitor' WHERE sequence = 5;
            INSERT INTO audit_entries SELECT * FROM earlier ORDER BY sequence;
            """);

        var broken = await Assert.ThrowsAsync<ChainBrokenException>(() => VerifyAsync(portal));

        Assert.Contains("the chain was rewritten", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_whose_hash_was_made_anew_is_found_by_the_trail()
    {
        await using var portal = await WithTrailAsync();
        await AsOwnerAsync(portal, "UPDATE released_items SET content = jsonb_set(content, '{title}', '\"别的\"') WHERE position = 1");
        var forged = await ForgedHashAsync(portal);
        await AsOwnerAsync(portal, $"UPDATE list_releases SET content_hash = '{forged}'");

        var broken = await Assert.ThrowsAsync<ChainBrokenException>(() => VerifyAsync(portal));

        Assert.Contains("not what the audit trail says", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_is_written_outside_when_it_has_moved_and_when_the_portal_stops()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var file = HeadsOf(portal);
        await portal.SaveAsync(Entry(1));
        await HeadsAsync(portal, 1);

        portal.Clock.Advance(HeadKeeper.Every);
        await portal.SaveAsync(Entry(2));
        await HeadsAsync(portal, 2);

        await portal.SaveAsync(Entry(3));
        await portal.Services.GetServices<IHostedService>().OfType<HeadKeeper>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], (await file.ReadAsync(TestContext.Current.CancellationToken)).Select(h => h.Sequence));
    }

    private async Task<PortalHost> WithTrailAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Lists);
        var written = await portal.ReadAsync(db => Task.FromResult(db.Audit.Count()));
        for (var number = written + 1; number <= 7; number++)
        {
            await portal.SaveAsync(Entry(number));
        }

        var last = await portal.ReadAsync(db => Task.FromResult(db.Audit.OrderBy(e => e.Sequence).Last()));
        await CopyOf(portal).AppendAsync(new ChainHead { At = last.At, Sequence = last.Sequence, Hash = last.Hash }, TestContext.Current.CancellationToken);
        return portal;
    }

    private static AuditEntry Entry(int number) => new()
    {
        At = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
        Actor = $"account:{Guid.CreateVersion7()}",
        OrganisationId = Guid.CreateVersion7(),
        Address = "2001:db8::1",
        Action = "test.note",
        Result = AuditResult.Done,
        Request = "20261123-090000-0A1B2C3D",
        Detail = JsonSerializer.Serialize(new { number, 字 = "汉字" })
    };

    /// <summary>What was taken to another machine; the portal writes on to its own.</summary>
    private static HeadFile CopyOf(PortalHost portal) => new(Path.Combine(Path.GetDirectoryName(portal.Own)!, "heads.jsonl"));

    private static HeadFile HeadsOf(PortalHost portal) => new(Path.Combine(portal.Own, "audit", "heads.jsonl"));

    private static Task HeadsAsync(PortalHost portal, int count) => Eventually.IsTrueAsync(() =>
    {
        portal.Clock.Advance(HeadKeeper.Every);
        return File.Exists(HeadsOf(portal).Path) && File.ReadAllLines(HeadsOf(portal).Path).Length == count;
    }, $"{count} recorded heads");

    private static async Task<List<string>> VerifyAsync(PortalHost portal)
    {
        List<string> said = [];
        await new Verification(portal.Access.Owner, CopyOf(portal), said.Add).RunAsync(TestContext.Current.CancellationToken);
        return said;
    }

    private static async Task AsOwnerAsync(PortalHost portal, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The hash that fits the changed rows, as somebody who knows how it is made would compute it.</summary>
    private static async Task<string> ForgedHashAsync(PortalHost portal)
    {
        var release = await portal.ReadAsync(db => Task.FromResult(db.ListReleases.Single()));
        var again = new ListRelease(release.Kind, release.Year, release.Batch, release.Title);
        foreach (var item in release.Items.OrderBy(i => i.Position))
        {
            again.Add(item.SubjectId, item.Content);
        }

        again.Release(release.ReleasedAt!.Value);
        return again.ContentHash!;
    }
}
