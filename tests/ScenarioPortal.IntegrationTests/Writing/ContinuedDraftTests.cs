using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Drafts that a list brought are written on where everything is written, and become no second item.</summary>
public sealed class ContinuedDraftTests(PortalDatabase database)
{
    private const string Need =
        """
        {"id":"N1","title":"汛期夜间河道漂浮物的自动发现","publisher":"北京市海淀区水务局","region":"北京市海淀区","field":"水利","subfield":"河湖保洁","description":"主城 47 公里河道，夜间和雨天没有人看。"}
        """;

    private const string Offer =
        """
        {"id":"C1","company":"听澜语音科技有限公司","field":"人工智能","title":"十一种方言的实时语音识别","description":"来电边听边写，方言听写字准率 91%。","region":"北京市海淀区","trl":8}
        """;

    [Fact]
    public async Task An_imported_need_is_written_on_and_handed_in_as_the_item_that_it_is()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need, publish: false);
        var before = await portal.ReadAsync(db => db.Opportunities.AsNoTracking().SingleAsync());
        var browser = await EditorAsync(portal, before.PublisherId!.Value);
        Assert.Contains("handler=continue", await browser.ReadAsync("/workspace"), StringComparison.Ordinal);

        var begun = await browser.SubmitAsync("/workspace", [new("id", $"{before.Id}")], "/workspace?handler=continue");
        var copy = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync());
        var again = await browser.SubmitAsync("/workspace", [new("id", $"{before.Id}")], "/workspace?handler=continue");
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/need", [new("Revision", $"{copy.Revision}"), new("Texts[Title]", before.Title), new("Texts[Description]", "补上了：一年 41 次漏报。")]);
        copy = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync());
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")]);

        Assert.Equal((HttpStatusCode.Redirect, $"/workspace/writing/{copy.Id}"), (begun.StatusCode, begun.Headers.Location!.OriginalString));
        Assert.Equal(begun.Headers.Location, again.Headers.Location);
        var after = await portal.ReadAsync(db => db.Opportunities.AsNoTracking().SingleAsync());
        Assert.Equal((before.Id, OpportunityStatus.Submitted, "补上了：一年 41 次漏报。"), (after.Id, after.Status, after.Description));
        Assert.Equal((before.ExternalId, before.FieldCode, before.Subfield), (after.ExternalId, after.FieldCode, after.Subfield));
        Assert.Equal(before.Id, (await portal.ReadAsync(db => db.Submissions.SingleAsync())).SubjectId);
        Assert.Equal(1, await portal.ReadAsync(db => db.Scenarios.CountAsync()));
    }

    [Fact]
    public async Task An_imported_capability_is_written_on_too_and_giving_up_leaves_it_as_it_was()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Capabilities, Offer, publish: false);
        var before = await portal.ReadAsync(db => db.Capabilities.AsNoTracking().SingleAsync());
        var browser = await EditorAsync(portal, before.OrganisationId!.Value);

        await browser.SubmitAsync("/workspace", [new("id", $"{before.Id}")], "/workspace?handler=continue");
        var copy = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync());
        var page = await browser.ReadAsync("/workspace");
        var discarded = await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [], $"/workspace/writing/{copy.Id}/check?handler=discard");

        Assert.Equal(("十一种方言的实时语音识别", "8"), (copy.Texts["Title"], copy.Texts["Trl"]));
        Assert.DoesNotContain("handler=continue", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        Assert.Equal(CapabilityStatus.Draft, (await portal.ReadAsync(db => db.Capabilities.SingleAsync())).Status);
        Assert.Equal(0, await portal.ReadAsync(db => db.WorkingCopies.CountAsync()));
    }

    [Fact]
    public async Task What_is_public_is_not_written_on()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        var need = await portal.ReadAsync(db => db.Opportunities.AsNoTracking().SingleAsync());
        var browser = await EditorAsync(portal, need.PublisherId!.Value);

        var refused = await browser.SubmitAsync("/workspace", [new("id", $"{need.Id}")], "/workspace?handler=continue");

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(0, await portal.ReadAsync(db => db.WorkingCopies.CountAsync()));
    }

    private static async Task<HttpClient> EditorAsync(PortalHost portal, Guid organisation)
    {
        Account editor = portal.NewAccount("editor");
        await portal.SaveAsync(editor, new Membership(organisation, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return await portal.SignedInAsync(editor);
    }
}
