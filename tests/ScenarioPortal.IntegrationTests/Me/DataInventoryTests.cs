using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>The list of what is kept, held against what is kept.</summary>
public sealed class DataInventoryTests(PortalDatabase database)
{
    /// <summary>The keys with which forms are sealed lie in the database as they are: whoever has the database has them.</summary>
    private static readonly string[] StoredAsTheyAre = ["DataProtectionKey.Xml"];

    [Fact]
    public async Task Every_stored_property_has_exactly_one_line()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var listed = (await portal.Services.GetRequiredService<DataInventory>().ReadAsync()).Select(l => $"{l.Entity}.{l.Property}").ToArray();
        var stored = await portal.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(StoredIn).Distinct().ToArray()));

        Assert.Empty(stored.Except(listed));
        Assert.Empty(listed.Except(stored));
        Assert.Equal(listed.Length, listed.Distinct().Count());
    }

    [Fact]
    public async Task Secrets_are_hashed_or_encrypted()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var secrets = (await portal.Services.GetRequiredService<DataInventory>().ReadAsync()).Where(l => l.Class is DataClass.Secret).ToArray();

        Assert.NotEmpty(secrets);
        Assert.Equal(StoredAsTheyAre, secrets.Where(l => l.Stored is not ("hash" or "encrypted")).Select(l => $"{l.Entity}.{l.Property}"));
    }

    private static IEnumerable<string> StoredIn(IEntityType entity)
    {
        var name = entity.ClrType.Name.Split('`')[0];
        // Within a JSON value, the key of its row is not stored again.
        return entity.GetProperties().Where(p => !(entity.IsMappedToJson() && p.IsShadowProperty())).Select(p => $"{name}.{p.Name}")
            .Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => $"{name}.{c.Name}.{p.Name}")));
    }
}
