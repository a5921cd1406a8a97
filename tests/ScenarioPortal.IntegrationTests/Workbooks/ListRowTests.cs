using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>Which rows of an uploaded list are taken, for whom, and who sees them.</summary>
public sealed class ListRowTests(PortalDatabase database)
{
    [Theory]
    [InlineData(OrganisationKind.Government, "应用场景名称,场景简介,所属区域\n夜间巡查,夜里没人,东城区\n白天巡查,白天没人,\n")]
    [InlineData(OrganisationKind.Company, "产品名称,能力概述,所属区\n夜间巡查,自己走,东城区\n白天巡查,自己走,\n")]
    public async Task A_row_that_nobody_would_review_is_refused(OrganisationKind kind, string rows)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var uploading = await Uploading.BeginAsync(portal, kind, "没有区域的单位", region: null);

        var upload = await uploading.CheckedAsync(Encoding.UTF8.GetBytes(rows), "清单.csv");
        var taken = await uploading.TakenAsync(upload);

        Assert.Equal((1, 1, 1), (upload.Added, upload.Refused, taken.Taken));
        Assert.Contains("平台不知道该由哪里审核", await (await uploading.Browser.GetAsync($"{Uploading.Page}/{upload.Id}")).ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("110101", (await portal.ReadAsync(db => db.Submissions.SingleAsync())).RegionCode);
    }

    [Fact]
    public async Task Whatever_the_sheet_says_rows_are_the_own_organisations_and_others_are_refused()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(new Organisation("示范市水务局", OrganisationKind.Government));
        var unit = await Uploading.BeginAsync(portal);

        var upload = await unit.CheckedAsync(SheetFile.Of(["应用场景名称", "场景简介", "发布单位"], ["一", "甲", "示范市水务局"], ["二", "乙", " 示范市 民政局"], ["三", "丙", ""], ["二", "重复", ""]));

        Assert.Equal((2, 2), (upload.Added, upload.Refused));
        var refused = await unit.RowsAsync(upload, RowOutcome.Refused);
        Assert.Equal([("C", "示范市水务局"), ("A", "二")], refused.Select(r => (r.Faults[0].Letter!, r.Faults[0].Value!)));
        Assert.Contains("不是本单位“示范市民政局”", await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_is_unchanged_and_what_is_in_review_is_not_overwritten()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        string[] header = ["外部编号", .. SheetFile.Header];
        await unit.TakenAsync(await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "东城区", "2027-01-31"], ["", "二", "乙", "", ""])));

        var upload = await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "东城区", "2027-01-31"], ["", "二", "乙", "", ""], ["甲-1x", "二", "别的", "", ""], ["", "二 ", "改过", "", ""]));

        Assert.Equal((1, 2, 1), (upload.Added, upload.Unchanged, upload.Refused));
        Assert.Contains("重复", Assert.Single(await unit.RowsAsync(upload, RowOutcome.Refused)).Faults[0].Reason.Template, StringComparison.Ordinal);
        var changed = await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "改了说法", "", ""]));
        Assert.Equal((0, 1), (changed.Changed, changed.Refused));
        Assert.Contains("已提交或已公开", await unit.Browser.ReadAsync($"{Uploading.Page}/{changed.Id}"), StringComparison.Ordinal);
        var other = await Uploading.BeginAsync(portal, name: "示范市水务局");
        Assert.Equal(1, (await other.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "", ""]))).Refused);
    }

    [Fact]
    public async Task An_upload_is_its_organisations_alone_and_readers_only_look()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var upload = await unit.CheckedAsync(SheetFile.Of(SheetFile.Header, ["一", "甲", "", ""], ["", "乙", "", ""]));
        var page = $"{Uploading.Page}/{upload.Id}";
        var other = await Uploading.BeginAsync(portal, name: "示范市水务局");
        var readerAccount = portal.NewAccount("reader");
        await portal.SaveAsync(readerAccount, new Membership(unit.Organisation.Id, readerAccount.Id, MemberRole.Reader, portal.Clock.GetUtcNow()));
        var reader = await portal.SignedInAsync(readerAccount);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync($"{page}/marked")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.SubmitAsync(Uploading.Page, [new("Revision", $"{upload.Revision}")], $"{page}?handler=take")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{page}/marked")).StatusCode);
        Assert.DoesNotContain("handler=take", await reader.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_no_longer_write_for_the_organisation_has_nothing_taken()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        await unit.SendAsync(SheetFile.Of(SheetFile.Header, ["一", "甲", "", ""]));
        await portal.ReadAsync(db => db.Memberships.Where(m => m.AccountId == unit.Editor.Id).ExecuteDeleteAsync());

        await unit.WorkAsync();

        Assert.Equal((UploadState.Failed, "上传的人已不能替本单位填写，所以没有处理。请单位的编辑重新上传。"), ((await unit.LatestAsync()).State, (await unit.LatestAsync()).Failure!.Template));
    }
}
