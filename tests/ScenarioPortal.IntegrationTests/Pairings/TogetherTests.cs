using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.Writing;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>What two sides say and show to one another and when they meet: told, read, kept from everybody else, and refused in words.</summary>
public sealed class TogetherTests(PortalDatabase database)
{
    private const string Words = "第 41 户的网关今晚 20:00 更换，约 15 分钟离线。";
    private const string Memo = "报价不低于八十万，先不要说。";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_with_a_file_is_read_by_the_other_side_which_is_told_once_and_says_when()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher, pairing) = await BegunAsync(portal);

        (await SendAsync(supplier, pairing, Words, ("网关.pdf", Attaching.Pdf("gateway")))).EnsureRedirect();
        (await SendAsync(supplier, pairing, "已告知值守。")).EnsureRedirect();

        Assert.Equal(1, await ToldAsync());
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        (await SendAsync(supplier, pairing, "已经换好。")).EnsureRedirect();
        Assert.Equal(2, await ToldAsync());
        Assert.Contains("给您留了言", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All([Words, "网关.pdf", "安栖感知科技有限公司", "标为已读（3 条）", "只有双方和场景经理人看得到"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.True(page.IndexOf(Words, StringComparison.Ordinal) < page.IndexOf("已经换好。", StringComparison.Ordinal));
        var file = await portal.ReadAsync(db => db.PairingFiles.AsNoTracking().SingleAsync());
        var given = await publisher.GetAsync($"/pairings/files/{file.Id}", Stop);
        Assert.Equal(("attachment", "网关.pdf"), (given.Content.Headers.ContentDisposition?.DispositionType, given.Content.Headers.ContentDisposition?.FileNameStar));

        Assert.Contains("需求方还没有标为已读", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        var last = await portal.ReadAsync(db => db.PairingMessages.OrderByDescending(m => m.At).Select(m => m.Id).FirstAsync());
        (await publisher.SubmitAsync("/workspace", [new("last", $"{last}")], $"/pairings/{pairing.Id}/talk?handler=Read")).EnsureRedirect();

        Assert.Contains("需求方 11月23日", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("标为已读（", await publisher.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        var trail = await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == pairing.Id && a.Action.StartsWith("pairing.")).OrderBy(a => a.Sequence).Select(a => new { a.Action, a.Detail }).ToListAsync());
        Assert.Equal(["pairing.file", "pairing.message", "pairing.message", "pairing.message", "pairing.read"], trail.Select(a => a.Action).Where(a => a is not ("pairing.offer" or "pairing.accept")).Order());
        Assert.DoesNotContain(trail, a => a.Detail.Contains("网关", StringComparison.Ordinal));

        Task<int> ToldAsync() => portal.ReadAsync(db => db.Notifications.CountAsync(n => n.AccountId == met.Publisher.Id && n.Detail == "Message//"));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (_, supplier, _, pairing) = await BegunAsync(portal);

        var wrong = await SendAsync(supplier, pairing, Words, ("程序.exe", "MZ"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.ReadAsync();
        Assert.All(["“程序.exe”：请上传 PDF", Words, "id=\"Files-error\""], t => Assert.Contains(t, page, StringComparison.Ordinal));
        var tooLong = await SendAsync(supplier, pairing, new string('长', PairingMessage.TextMaxLength + 1), ("好.pdf", Attaching.Pdf("fine")));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        page = await tooLong.ReadAsync();
        Assert.All(["不超过 2000 字", "要附的文件请再选一次", new string('长', PairingMessage.TextMaxLength + 1)], t => Assert.Contains(t, page, StringComparison.Ordinal));

        Assert.Equal((0, 0, 0), await portal.ReadAsync(async db => (await db.PairingMessages.CountAsync(), await db.PairingFiles.CountAsync(), await db.StoredFiles.CountAsync())));
    }

    [Fact]
    public async Task After_an_exit_both_write_for_thirty_days_more_and_read_for_ever()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher, pairing) = await BegunAsync(portal);
        (await SendAsync(supplier, pairing, Words)).EnsureRedirect();
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Decline, "预算取消了。", reason: PairingReason.Changed)).EnsureRedirect();

        Assert.Contains("双方在 12月23日 23:59 前还可以留言", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 23, 23, 59, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        (await SendAsync(supplier, pairing, "样机请在周五前寄回。")).EnsureRedirect();
        var token = await publisher.TokenAsync("/workspace");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = await SendAsync(publisher, pairing, "已经寄了。", token);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        var page = await late.ReadAsync();
        Assert.All(["结束已经超过 30 天", "已经寄了。", Words, "样机请在周五前寄回。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(2, await portal.ReadAsync(db => db.PairingMessages.CountAsync()));
    }

    [Fact]
    public async Task Only_those_who_take_part_read_it_and_the_database_alone_keeps_it_so()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher, pairing) = await BegunAsync(portal);
        (await SendAsync(supplier, pairing, Words, ("网关.pdf", Attaching.Pdf("gateway")))).EnsureRedirect();
        (await WriteAsync(supplier, pairing, "company", 0, Memo)).EnsureRedirect();
        var rival = portal.NewAccount("rival");
        var other = new Organisation("澄星云算有限公司", OrganisationKind.Company);
        await portal.SaveAsync(other, rival, new Membership(other.Id, rival.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));

        foreach (var somebody in new[] { await portal.SignedInAsync(rival), reviewer })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"/pairings/{pairing.Id}/talk", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"/pairings/{pairing.Id}/meetings", Stop)).StatusCode);
        }

        Assert.DoesNotContain(Words, await reviewer.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync($"/pairings/{pairing.Id}/notes/company", Stop)).StatusCode);
        Assert.DoesNotContain(Memo, await publisher.ReadAsync($"/pairings/{pairing.Id}/notes/publisher"), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1, 1), await SeenAsync(portal, Member(met.Company, met.Supplier)));
        Assert.Equal((1, 1, 1, 0), await SeenAsync(portal, Member(met.Unit, met.Publisher)));
        Assert.Equal((0, 0, 0, 0), await SeenAsync(portal, Member(other, rival)));
        Assert.Equal((0, 0, 0, 0), await SeenAsync(portal, Person.Visitor));
        Assert.Equal((0, 0, 0, 0), await SeenAsync(portal, new Person { AccountId = rival.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "110000")] }));

        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Member(met.Unit, met.Publisher));
        var changed = await Assert.ThrowsAsync<PostgresException>(() => db.PairingMessages.ExecuteUpdateAsync(s => s.SetProperty(m => m.Text, "改过的"), Stop));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, changed.SqlState);
        Assert.Equal(0, await db.PairingMessages.ExecuteDeleteAsync(Stop));
        Assert.Equal(0, await db.PairingNotes.ExecuteUpdateAsync(s => s.SetProperty(n => n.Text, "改过的"), Stop));
        db.Add(new PairingMessage(pairing, new Actor(PairingSide.Company, met.Publisher.Id), "冒名的话", portal.Clock.GetUtcNow()));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Two_who_note_at_once_do_not_overwrite_each_other()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, _, pairing) = await BegunAsync(portal);
        var colleague = portal.NewAccount("colleague");
        await portal.SaveAsync(colleague, new Membership(met.Company.Id, colleague.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var beside = await portal.SignedInAsync(colleague);

        (await WriteAsync(supplier, pairing, "company", 0, Memo)).EnsureRedirect();
        var late = await WriteAsync(beside, pairing, "company", 0, "我们的备件只够两个月。");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.ReadAsync();
        Assert.All([Memo, "我们的备件只够两个月。", "本方有人改过备忘"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        (await WriteAsync(beside, pairing, "company", 1, $"{Memo}我们的备件只够两个月。")).EnsureRedirect();
        Assert.Contains("备忘不超过 4000 字", await (await WriteAsync(supplier, pairing, "company", 2, new string('长', 4001))).ReadAsync(), StringComparison.Ordinal);
        Assert.Equal((2, 2), await portal.ReadAsync(async db => (await db.PairingNotes.Select(n => n.Revision).SingleAsync(), await db.Audit.CountAsync(a => a.Action == "pairing.note"))));
    }

    [Fact]
    public async Task Files_show_what_was_done_to_whoever_reads_the_words_beside_them()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (_, supplier, publisher, pairing) = await BegunAsync(portal);
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var address = Met.Address(pairing, PairingSide.Company, PairingAction.Suggest);
        List<(string Name, string Value)> fields = [("Revision", $"{pairing.Revision}"), ("Step", "Agreed"), ("Note", "协议双方已盖章。")];

        var wrong = await PostAsync(supplier, address, fields, null, ("程序.exe", "MZ"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var refused = await wrong.ReadAsync();
        Assert.All(["“程序.exe”：请上传 PDF", "协议双方已盖章。"], t => Assert.Contains(t, refused, StringComparison.Ordinal));
        (await PostAsync(supplier, address, fields, null, ("盖章页.png", Attaching.Picture()))).EnsureRedirect();

        var file = await portal.ReadAsync(db => db.PairingFiles.AsNoTracking().SingleAsync());
        Assert.Equal((3, (Guid?)null), (file.EventNumber, file.MessageId));
        foreach (var (somebody, status) in new[] { (supplier, HttpStatusCode.OK), (publisher, HttpStatusCode.OK), (reviewer, HttpStatusCode.OK), (portal.Browser(), HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await somebody.GetAsync($"/pairings/files/{file.Id}", Stop)).StatusCode);
        }

        Assert.Contains("盖章页.png", await publisher.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_hour_is_answered_by_the_other_side_and_stands_in_calendars()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (_, supplier, publisher, pairing) = await BegunAsync(portal);
        var list = $"/pairings/{pairing.Id}/meetings";

        var wrong = await supplier.SubmitAsync(list, [new("About", "看现场"), new("Day", "2026-11-20"), new("Hour", "14:00"), new("Minutes", "900"), new("Place", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.ReadAsync();
        Assert.All(["时长在 15 到 480 分钟之间", "请选一个还没有过、一年以内的时间", "请写地点或会议链接", "value=\"看现场\""], t => Assert.Contains(t, page, StringComparison.Ordinal));
        (await supplier.SubmitAsync(list, [new("About", "看现场"), new("Day", "2026-12-03"), new("Hour", "14:00"), new("Minutes", "90"), new("Place", "云桥街道办事处，二楼")])).EnsureRedirect();

        var meeting = await portal.ReadAsync(db => db.PairingMeetings.AsNoTracking().SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 6, 0, 0, TimeSpan.Zero), meeting.StartsAt);
        var address = $"{list}/{meeting.Id}";
        Assert.Contains("对方想在 12月3日 14:00 碰面", await publisher.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync($"{address}/ics", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(supplier, MeetingState.Accepted, "", 1)).StatusCode);
        var bare = await AnswerAsync(publisher, MeetingState.Declined, "", 1);
        Assert.Contains("请写一句原因", await bare.ReadAsync(), StringComparison.Ordinal);
        (await AnswerAsync(publisher, MeetingState.Accepted, "带一台样机。", 1)).EnsureRedirect();
        var late = await AnswerAsync(publisher, MeetingState.CalledOff, "临时有会。", 1);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("临时有会。", await late.ReadAsync(), StringComparison.Ordinal);

        Assert.Contains("下一次碰面", await supplier.ReadAsync("/workspace"), StringComparison.Ordinal);
        var calendar = await (await supplier.GetAsync($"{address}/ics", Stop)).Content.ReadAsStringAsync(Stop);
        Assert.All([$"UID:{meeting.Id}@scenario-portal\r\n", "DTSTART:20261203T060000Z\r\n", "DTEND:20261203T073000Z\r\n", "SEQUENCE:0\r\n", "STATUS:CONFIRMED\r\n"], t => Assert.Contains(t, calendar, StringComparison.Ordinal));
        (await AnswerAsync(supplier, MeetingState.CalledOff, "样机还在路上。", 2)).EnsureRedirect();
        calendar = await (await publisher.GetAsync($"{address}/ics", Stop)).Content.ReadAsStringAsync(Stop);
        Assert.All(["SEQUENCE:1\r\n", "STATUS:CANCELLED\r\n", $"UID:{meeting.Id}@scenario-portal\r\n"], t => Assert.Contains(t, calendar, StringComparison.Ordinal));
        Assert.Equal(3, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.Detail!.StartsWith("Meeting/"))));

        Task<HttpResponseMessage> AnswerAsync(HttpClient browser, MeetingState choice, string words, int revision) =>
            browser.SubmitAsync("/workspace", [new("Revision", $"{revision}"), new("Choice", $"{choice}"), new("Answer", words)], address);
    }

    private static async Task<(Met Met, HttpClient Supplier, HttpClient Publisher, Pairing Pairing)> BegunAsync(PortalHost portal)
    {
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        return (met, supplier, publisher, await met.NowAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, Pairing pairing, string text, params (string Name, byte[] Content)[] files) =>
        PostAsync(browser, $"/pairings/{pairing.Id}/talk", [("Text", text)], null, files);

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, Pairing pairing, string text, string token) =>
        PostAsync(browser, $"/pairings/{pairing.Id}/talk", [("Text", text)], token);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, IEnumerable<(string Name, string Value)> fields, string? token, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token ?? await browser.TokenAsync("/workspace")), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            form.Add(file);
        }

        return await browser.PostAsync(address, form, Stop);
    }

    private static Task<HttpResponseMessage> WriteAsync(HttpClient browser, Pairing pairing, string side, int revision, string text) =>
        browser.SubmitAsync("/workspace", [new("Revision", $"{revision}"), new("Text", text)], $"/pairings/{pairing.Id}/notes/{side}");

    private static async Task<(int Messages, int Files, int Contents, int Notes)> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return (await db.PairingMessages.CountAsync(Stop), await db.PairingFiles.CountAsync(Stop), await db.StoredFiles.CountAsync(Stop), await db.PairingNotes.CountAsync(Stop));
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
