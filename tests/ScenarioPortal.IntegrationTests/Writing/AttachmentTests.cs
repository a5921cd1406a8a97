using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.UnitTests.Files;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using SkiaSharp;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Files go with what is written: to the reviewer, back, and with the release to everyone. Nobody else opens them, and nobody changes them then.</summary>
public sealed class AttachmentTests(PortalDatabase database)
{
    [Fact]
    public async Task A_file_goes_with_a_need_to_the_reviewer_back_and_to_everyone_once_released()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var (visitor, stranger) = (portal.Browser(), await portal.SignedInAsync(await portal.StaffAsync("elsewhere", StaffRole.Reviewer, "310000")));
        var plan = await attaching.AttachedAsync("平面图.pdf", Attaching.Pdf("plan"));
        var photo = await attaching.AttachedAsync("现场.png", Attaching.Picture(3000, 1500));
        await attaching.SendAsync(await attaching.Browser.TokenAsync(attaching.Page), [($"Notes[{plan.Id}].Before", ""), ($"Notes[{plan.Id}].After", "一层的平面图")]);
        await AssertSeenAsync(plan.Id, own: true, reviewed: false, open: false);
        var check = await attaching.Browser.ReadAsync(attaching.Check);
        Assert.Contains("一层的平面图", check, StringComparison.Ordinal);
        Assert.Equal(check.Split("<section").Length, check.Split("</section>").Length);

        var first = await attaching.HandedInAsync();

        Assert.Equal(["平面图.pdf", "现场.png"], first.Files.Select(f => f.Name));
        Assert.Equal("一层的平面图", first.Files[0].Description);
        await AssertSeenAsync(plan.Id, own: true, reviewed: true, open: false);
        var review = await attaching.Reviewer.ReadAsync($"/review/submissions/{first.Id}");
        Assert.Contains($"href=\"/attachments/{photo.Id}\"", review, StringComparison.Ordinal);
        Assert.Contains("一层的平面图", review, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await attaching.RemoveAsync(plan.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await attaching.SendAsync(await attaching.Browser.TokenAsync("/workspace"), [], ("新.pdf", Attaching.Pdf("new")))).StatusCode);

        await attaching.DecideAsync(first, "Return", "照片里有人脸，请换一张");
        Assert.Contains("照片里有人脸，请换一张", await attaching.Browser.ReadAsync(attaching.Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await attaching.RemoveAsync(photo.Id)).StatusCode);
        var other = await attaching.AttachedAsync("现场二.png", Attaching.Picture(40, 30));
        await AssertSeenAsync(other.Id, own: true, reviewed: false, open: false);
        var second = await attaching.HandedInAsync();

        var again = await attaching.Reviewer.ReadAsync($"/review/submissions/{second.Id}");
        Assert.Matches("现场二\\.png</a>\\s*<span class=\"tag tag-warn\">新加", again);
        Assert.Matches("<del[^>]*>现场\\.png</del>\\s*<span class=\"tag\">已移除", again);
        await attaching.DecideAsync(second, "Approve");
        await AssertSeenAsync(other.Id, own: true, reviewed: true, open: false);
        await attaching.Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), new("Picked", $"{second.SubjectId}")]);
        await AssertSeenAsync(other.Id, own: true, reviewed: true, open: true);

        var page = await visitor.ReadAsync($"/opportunities/{second.SubjectId}");
        Assert.Contains("平面图.pdf", page, StringComparison.Ordinal);
        Assert.Contains("PDF 文件", page, StringComparison.Ordinal);
        Assert.Contains("1 KB", page, StringComparison.Ordinal);
        var file = await visitor.GetAsync($"/attachments/{plan.Id}");
        Assert.Equal(("attachment", "平面图.pdf", "application/pdf"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileNameStar, file.Content.Headers.ContentType?.MediaType));
        Assert.Contains("nosniff", file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", string.Join(' ', file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(Attaching.Pdf("plan"), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await attaching.RemoveAsync(plan.Id)).StatusCode);
        Assert.Equal((2, 2), (await portal.ReadAsync(db => db.Attachments.CountAsync()), await portal.ReadAsync(db => db.StoredFiles.CountAsync())));
        Assert.Equal((3, 1), (await NotedAsync(portal, "attachment.add"), await NotedAsync(portal, "attachment.remove")));

        async Task AssertSeenAsync(Guid attachment, bool own, bool reviewed, bool open)
        {
            var seen = new[] { attaching.Browser, attaching.Reviewer, visitor, stranger };
            var expected = new[] { own, reviewed, open, open };
            foreach (var (somebody, may) in seen.Zip(expected))
            {
                Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Attaching.StatusForAsync(somebody, attachment));
            }
        }
    }

    [Fact]
    public async Task What_goes_with_a_capability_is_public_once_it_is_approved_and_hidden_while_it_is_suspended()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal, ListKind.Capabilities);
        var report = await attaching.AttachedAsync("检测报告.docx", OfficeSamples.Document());
        var visitor = portal.Browser();

        await attaching.DecideAsync(await attaching.HandedInAsync(), "Approve");

        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        Assert.Contains("检测报告.docx", await visitor.ReadAsync($"/capabilities/{capability.Id}"), StringComparison.Ordinal);
        Assert.Equal(OfficeSamples.Document().Length, (await visitor.GetByteArrayAsync($"/attachments/{report.Id}")).Length);
        await AsOwnerAsync(portal, $"UPDATE capabilities SET status = '{nameof(CapabilityStatus.Suspended)}'");
        Assert.Equal(HttpStatusCode.NotFound, await Attaching.StatusForAsync(visitor, report.Id));
        Assert.Equal(HttpStatusCode.OK, await Attaching.StatusForAsync(attaching.Browser, report.Id));
    }

    [Fact]
    public async Task Of_a_photo_what_is_given_out_is_small_and_does_not_tell_where_it_was_taken()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        using var bitmap = new SKBitmap(2400, 1200);
        var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();

        var photo = await attaching.AttachedAsync("IMG_0001.JPG", [.. jpeg[..2], .. Samples.Exif(6), .. jpeg[2..]]);

        var kept = await attaching.Browser.GetByteArrayAsync($"/attachments/{photo.Id}");
        using var shown = SKBitmap.Decode(kept);
        Assert.Equal((960, SmallPicture.SideMax), (shown.Width, shown.Height));
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_hostile_is_kept_and_what_is_wrong_is_said_at_the_field()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var token = await attaching.Browser.TokenAsync(attaching.Page);
        Assert.True(HostileFiles.Attached.Count >= 60);

        foreach (var files in HostileFiles.Attached.Chunk(5))
        {
            var answer = await attaching.SendAsync(token, [], files);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.Contains("id=\"Chosen-error\"", page, StringComparison.Ordinal);
            Assert.All(files, file => Assert.Contains($"“{file.Name}”：", page, StringComparison.Ordinal));
        }

        Assert.Equal((0, 0), (await portal.ReadAsync(db => db.Attachments.CountAsync()), await portal.ReadAsync(db => db.StoredFiles.CountAsync())));
    }

    [Fact]
    public async Task Of_several_files_the_good_ones_are_kept_and_what_was_typed_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var plan = await attaching.AttachedAsync("平面图.pdf", Attaching.Pdf("plan"));
        var token = await attaching.Browser.TokenAsync(attaching.Page);
        (string, string)[] typed = [($"Notes[{plan.Id}].Before", ""), ($"Notes[{plan.Id}].After", "一层的平面图")];

        var mixed = await attaching.SendAsync(token, typed, ("设备.xlsx", OfficeSamples.Workbook()), ("大.pdf", new byte[11 << 20]), ("脚本.pdf", "<script>"u8.ToArray()));

        Assert.Equal(HttpStatusCode.BadRequest, mixed.StatusCode);
        var page = await mixed.ReadAsync();
        Assert.Contains("“大.pdf”：文件有 11 MB，太大了。每个文件不超过 10 MB", page, StringComparison.Ordinal);
        Assert.Contains("“脚本.pdf”：请上传 PDF、PNG、JPG、Word（.docx）或 Excel（.xlsx）文件", page, StringComparison.Ordinal);
        Assert.Contains("value=\"一层的平面图\"", page, StringComparison.Ordinal);
        Assert.Equal(["平面图.pdf", "设备.xlsx"], await portal.ReadAsync(db => db.Attachments.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).Select(a => a.Name).ToListAsync()));
        var many = await attaching.SendAsync(token, [], [.. Enumerable.Range(1, 11).Select(i => ($"{i}.pdf", Attaching.Pdf($"{i}")))]);
        Assert.Contains("最多 10 个附件", await many.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(10, await portal.ReadAsync(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_describe_one_file_the_second_is_told_and_loses_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var plan = await attaching.AttachedAsync("平面图.pdf", Attaching.Pdf("plan"));
        var token = await attaching.Browser.TokenAsync(attaching.Page);
        Task<HttpResponseMessage> DescribeAsync(string before, string after) => attaching.SendAsync(token, [($"Notes[{plan.Id}].Before", before), ($"Notes[{plan.Id}].After", after)]);
        await DescribeAsync("", "甲写的");

        var untouched = await DescribeAsync("", "");
        var second = await DescribeAsync("", "乙写的");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (untouched.StatusCode, second.StatusCode));
        var page = await second.ReadAsync();
        Assert.Contains("别人把这里改成了“甲写的”", page, StringComparison.Ordinal);
        Assert.Contains("value=\"乙写的\"", page, StringComparison.Ordinal);
        Assert.Equal("甲写的", await portal.ReadAsync(db => db.Attachments.Select(a => a.Description).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await DescribeAsync("甲写的", "乙写的")).StatusCode);
    }

    [Fact]
    public async Task A_double_click_attaches_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var token = await attaching.Browser.TokenAsync(attaching.Page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => attaching.SendAsync(token, [], ("现场.png", Attaching.Picture()))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal((1, 1, 1), (await portal.ReadAsync(db => db.Attachments.CountAsync()), await portal.ReadAsync(db => db.StoredFiles.CountAsync()), await NotedAsync(portal, "attachment.add")));
    }

    [Theory]
    [InlineData("..\\..\\..\\windows\\平面图.pdf", "平面图.pdf")]
    [InlineData("/etc/passwd/../平面图.pdf", "平面图.pdf")]
    [InlineData("a\r\nSet-Cookie: x=y\r\n.pdf", "aSet-Cookie_ x=y.pdf")]
    [InlineData("表\u202Efdp.exe.pdf", "表fdp.exe.pdf")]
    [InlineData("\"><script>alert(1)</script>.pdf", "script_.pdf")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData(".pdf", ".pdf")]
    [InlineData("%2e%2e%2f.pdf", "_2e_2e_2f.pdf")]
    [InlineData("长", null)]
    public async Task A_name_is_shown_and_saved_under_and_leads_nowhere(string name, string? shown)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        var given = shown is null ? $"{new string('长', 400)}.pdf" : name;

        var attachment = await attaching.AttachedAsync(given, Attaching.Pdf("plan"));

        Assert.Equal(shown ?? $"{new string('长', 196)}.pdf", attachment.Name);
        var file = await attaching.Browser.GetAsync($"/attachments/{attachment.Id}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(attachment.Name, file.Content.Headers.ContentDisposition?.FileNameStar ?? file.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.False(file.Headers.Contains("Set-Cookie"));
        Assert.Contains(attachment.Name, await attaching.Browser.ReadAsync(attaching.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_deleted_takes_its_files_with_it_and_another_need_begins_without_them()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        await attaching.AttachedAsync("平面图.pdf", Attaching.Pdf("plan"));
        var submission = await attaching.HandedInAsync();
        await attaching.Browser.SubmitAsync("/workspace", [new("id", $"{submission.SubjectId}")], "/workspace?handler=clone");
        var clone = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync(c => c.SubjectId == null));
        Assert.Equal(0, await portal.ReadAsync(db => db.Attachments.CountAsync(a => a.CopyId == clone.Id)));
        var (page, check) = ($"/workspace/writing/{clone.Id}/files", $"/workspace/writing/{clone.Id}/check");
        Assert.Contains("文字已经带过来，附件没有", await attaching.Browser.ReadAsync(page), StringComparison.Ordinal);
        var other = new Attaching(portal, attaching.Organisation, attaching.Editor, attaching.Browser, attaching.Reviewer, clone.Id);
        await other.AttachedAsync("效果图.pdf", Attaching.Pdf("other"));

        var discarded = await attaching.Browser.SubmitAsync(check, [], $"{check}?handler=discard");

        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        Assert.Equal(["平面图.pdf"], await portal.ReadAsync(db => db.StoredFiles.Select(f => f.Name).ToListAsync()));
        Assert.Equal(["平面图.pdf"], await portal.ReadAsync(db => db.Attachments.Select(f => f.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_file_that_was_replaced_after_the_release_is_found()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var attaching = await Attaching.BeginAsync(portal);
        await attaching.AttachedAsync("平面图.pdf", Attaching.Pdf("plan"));
        var submission = await attaching.HandedInAsync();
        await attaching.DecideAsync(submission, "Approve");
        await attaching.Reviewer.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), new("Picked", $"{submission.SubjectId}")]);
        List<string> said = [];
        var verification = new Verification(portal.Access.Owner, new HeadFile(Path.Combine(portal.Own, "none.jsonl")), said.Add);
        await verification.RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains(said, line => line.StartsWith("Attachments: 1 frozen", StringComparison.Ordinal));

        await AsOwnerAsync(portal, "UPDATE stored_files SET content = 'x'; UPDATE attachments SET hash = encode(sha256('x'), 'hex')");

        var broken = await Assert.ThrowsAsync<ChainBrokenException>(() => verification.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("“平面图.pdf”", broken.Message, StringComparison.Ordinal);
    }

    private static Task<int> NotedAsync(PortalHost portal, string action) => portal.ReadAsync(db => db.Audit.CountAsync(e => e.Action == action));

    private static async Task AsOwnerAsync(PortalHost portal, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
