using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Import;

public sealed class ImportTests(PortalDatabase database)
{
    private const string River =
        """
        {"id":"N1","title":"汛期夜间河道漂浮物的自动发现","publisher":"北京市海淀区水务局","region":"北京市海淀区","field":"水利","description":"主城 47 公里河道，夜间和雨天没有人看。","budget_wan":260,"deadline":"2026-12-31"}
        """;

    [Fact]
    public async Task A_second_run_of_the_same_rows_changes_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var first = await portal.ImportAsync(ListKind.Opportunities, River);
        var audit = await portal.ReadAsync(db => db.Audit.CountAsync());

        var second = await portal.ImportAsync(ListKind.Opportunities, River);

        Assert.Equal((1, 0, 0), (first.Added, first.Changed, first.Refused));
        Assert.Equal((0, 0, 1), (second.Added, second.Changed, second.Unchanged));
        Assert.Empty(second.Releases);
        Assert.Equal(audit, await portal.ReadAsync(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task A_row_becomes_a_released_opportunity_with_number_region_field_and_an_unverified_publisher()
    {
        await using var portal = await PortalHost.StartAsync(database);

        await portal.ImportAsync(ListKind.Opportunities, River);

        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        var scenario = await portal.ReadAsync(db => db.Scenarios.SingleAsync());
        var publisher = await portal.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal((OpportunityStatus.Released, "2026-01-需-001", "water"), (opportunity.Status, opportunity.Number, opportunity.FieldCode));
        Assert.Equal((260m, new DateOnly(2026, 12, 31)), (opportunity.BudgetMaximum, opportunity.Deadline));
        Assert.Equal("110108", scenario.RegionCode);
        Assert.Equal((OrganisationStatus.Registered, OrganisationKind.Government, null), (publisher.Status, publisher.Kind, publisher.CreditCode));
    }

    [Fact]
    public async Task What_is_missing_stays_missing()
    {
        await using var portal = await PortalHost.StartAsync(database);

        await portal.ImportAsync(ListKind.Opportunities, """{"title":"只有名称和说明","description":"别的都没有写。"}""");

        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        Assert.Null(opportunity.PublisherId);
        Assert.Null(opportunity.BudgetMinimum);
        Assert.Null(opportunity.BudgetMaximum);
        Assert.Null(opportunity.Deadline);
        Assert.Null(opportunity.FieldCode);
    }

    [Fact]
    public async Task A_change_to_a_released_row_is_an_addendum_and_the_batch_stays_as_it_was()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, River);

        var report = await portal.ImportAsync(ListKind.Opportunities, River.Replace("2026-12-31", "2027-01-31", StringComparison.Ordinal));

        Assert.Equal((1, 0), (report.Changed, report.Releases.Count));
        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        Assert.Equal([nameof(Need.Deadline)], Assert.Single(opportunity.Addenda).Parts);
        var release = await portal.ReadAsync(db => db.ListReleases.SingleAsync());
        Assert.Equal("2026-12-31", Assert.Single(release.Items).Content.Deadline);
        Assert.True(release.IsIntact());
    }

    [Fact]
    public async Task The_same_row_twice_in_one_file_is_taken_once_and_says_where_the_other_is()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var report = await portal.ImportAsync(ListKind.Opportunities, River + "\n" + River);

        Assert.Equal((1, 1), (report.Added, report.Refused));
        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(2, refusal.Row);
        Assert.Contains("第 1 行", refusal.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_is_refused_with_its_place_and_the_others_go_in()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var report = await portal.ImportAsync(ListKind.Opportunities, "{\"title\":\"没有说明\"\n" + River);

        Assert.Equal((1, 1), (report.Added, report.Refused));
        Assert.Equal(1, Assert.Single(report.Refusals).Row);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var report = await portal.ImportAsync(ListKind.Opportunities, River, dryRun: true);

        Assert.Equal(1, report.Added);
        Assert.Equal(0, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Organisations.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind != OutboxKind.WordsChanged)));
    }

    [Fact]
    public async Task Drafts_of_an_import_that_was_cut_off_are_released_by_the_next_run()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, River, publish: false);
        Assert.Equal(OpportunityStatus.Draft, (await portal.ReadAsync(db => db.Opportunities.SingleAsync())).Status);

        var report = await portal.ImportAsync(ListKind.Opportunities, River);

        Assert.Equal((0, 1), (report.Added, report.Unchanged));
        Assert.Single(report.Releases);
        Assert.Equal(OpportunityStatus.Released, (await portal.ReadAsync(db => db.Opportunities.SingleAsync())).Status);
    }

    [Fact]
    public async Task One_company_over_several_rows_is_one_organisation()
    {
        await using var portal = await PortalHost.StartAsync(database);

        await portal.ImportAsync(ListKind.Capabilities,
            """
            {"company":"青禾水域机器人有限公司","title":"水面漂浮物识别","description":"夜间识别，准确率 95%。","trl":8}
            {"company":"青禾水域机器人有限公司","title":"无人艇收集","description":"自动打捞，续航 6 小时。"}
            """);

        Assert.Equal(2, await portal.ReadAsync(db => db.Capabilities.CountAsync()));
        Assert.Equal(OrganisationKind.Company, (await portal.ReadAsync(db => db.Organisations.SingleAsync())).Kind);
    }

    [Fact]
    public async Task Two_imports_of_the_same_rows_at_once_add_each_row_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        _ = portal.Services;

        await Task.WhenAll(portal.ImportAsync(ListKind.Opportunities, River), portal.ImportAsync(ListKind.Opportunities, River));

        Assert.Equal(1, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
        Assert.Equal(1, await portal.ReadAsync(db => db.ListReleases.CountAsync()));
    }
}
