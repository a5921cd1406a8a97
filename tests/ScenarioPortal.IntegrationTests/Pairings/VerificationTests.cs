using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>A plan that both agree to, a pilot that locks it, a result, and a certificate that anybody can check.</summary>
public sealed class VerificationTests(PortalDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_agreed_to_locked_by_the_pilot_and_ends_in_a_certificate_that_a_visitor_checks()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher) = await EngagedAsync(portal);
        var pair = $"/pairings/{(await met.NowAsync()).Id}";
        await met.StepAsync(supplier, publisher, PairingState.Agreed);

        await RefusedAsync(HttpStatusCode.BadRequest, "请先写验证方案", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "装好了。", PairingState.Piloting));
        (await met.WritePlanAsync(supplier, PairingSide.Company)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "还没有得到双方同意", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "装好了。", PairingState.Piloting));
        await RefusedAsync(HttpStatusCode.BadRequest, "由对方来同意", met.ActAsync(supplier, PairingSide.Company, PairingAction.AgreePlan));
        Assert.Contains("方案等需求方同意", await publisher.ReadAsync(pair), StringComparison.Ordinal);
        Assert.Contains("10 分钟以内", await publisher.ReadAsync($"{pair}/publisher/agreeplan"), StringComparison.Ordinal);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.AgreePlan)).EnsureRedirect();
        await met.StepAsync(supplier, publisher, PairingState.Piloting);

        var (pairing, plan) = (await met.NowAsync(), await portal.ReadAsync(db => db.VerificationPlans.AsNoTracking().SingleAsync(Stop)));
        Assert.True(plan.IsIntact());
        Assert.Equal((plan.Number, 2), (pairing.Proof.PlanNumber!.Value, plan.Content.Criteria.Count));
        Assert.Contains(plan.Hash, await portal.ReadAsync(db => db.Audit.Where(a => a.Action == "pairing.write-plan").Select(a => a.Detail).SingleAsync(Stop)), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.BadRequest, "不能再改", met.WritePlanAsync(publisher, PairingSide.Publisher, "什么都可以。"));
        Assert.Contains("锁定", await publisher.ReadAsync(pair), StringComparison.Ordinal);

        await RefusedAsync(HttpStatusCode.BadRequest, "请先写验证结果", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "都达到了。", PairingState.Verified));
        (await met.WriteResultAsync(publisher, PairingSide.Publisher, MeasuredVerdict.Met)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "请提出验证通过", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "就到这里。", PairingState.EndedWithinLimits));
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "都达到了。", PairingState.Verified)).EnsureRedirect();
        var confirm = Met.Address(pairing, PairingSide.Publisher, PairingAction.Confirm);
        (await publisher.SubmitAsync(confirm, [new("Revision", $"{(await met.NowAsync()).Revision}"), new("Rating", "4")])).EnsureRedirect();

        var certificate = await portal.ReadAsync(db => db.VerificationCertificates.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("2026-证-0001", CheckCode.Length), (certificate.Number, certificate.Code.Length));
        var inside = await supplier.ReadAsync(pair);
        Assert.All(["验证证书 2026-证-0001", "需求方的评价：4 分", "1.6%", CheckCode.OfHash(plan.Hash)], t => Assert.Contains(t, inside, StringComparison.Ordinal));
        var visitor = portal.Browser();
        var paper = await visitor.ReadAsync($"/certificates/{CheckCode.InGroups(certificate.Code).ToLowerInvariant()}");
        Assert.All(["真实：本平台发出的验证证书", "2026-证-0001", "示范市民政局", "安栖感知科技有限公司", "1.6%", "4 分 10 秒", CheckCode.OfHash(plan.Hash), CheckCode.InGroups(certificate.Code)],
            t => Assert.Contains(t, paper, StringComparison.Ordinal));
        var typed = await visitor.GetAsync($"/certificates?q={Uri.EscapeDataString(CheckCode.InGroups(certificate.Code))}", Stop);
        Assert.Equal($"/certificates/{certificate.Code}", typed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_code_that_is_none_is_told_so_and_nothing_is_found_by_guessing_around_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var visitor = portal.Browser();

        await RefusedAsync(HttpStatusCode.NotFound, "没有这份证书", visitor.GetAsync($"/certificates/{CheckCode.New()}", Stop));
        await RefusedAsync(HttpStatusCode.NotFound, "没有这份证书", visitor.GetAsync("/certificates/%25", Stop));
        await RefusedAsync(HttpStatusCode.BadRequest, "16 位字母和数字", visitor.GetAsync("/certificates?q=0000", Stop));
        Assert.Contains("输入证书上的校验码", await visitor.ReadAsync("/certificates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_write_the_plan_at_once_one_wins_and_the_others_text_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher) = await EngagedAsync(portal);
        var seen = (await met.NowAsync()).Revision;

        (await met.WritePlanAsync(supplier, PairingSide.Company, revision: seen)).EnsureRedirect();
        var late = await met.WritePlanAsync(publisher, PairingSide.Publisher, "夜里也要有人。", revision: seen);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.ReadAsync();
        Assert.All(["这次对接有了新的进展", "夜里也要有人。", "从跌倒到有人知道"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal(PairingSide.Company, (await met.NowAsync()).Proof.PlanBy);
        (await met.WritePlanAsync(publisher, PairingSide.Publisher, "夜里也要有人。")).EnsureRedirect();
        Assert.Equal(PairingSide.Company, (await met.NowAsync()).Proof.PlanWaitsFor);
        Assert.Equal(2, await portal.ReadAsync(db => db.VerificationPlans.CountAsync(Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await met.WritePlanAsync(supplier, PairingSide.Publisher)).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_stands_at_its_field_more_rows_come_without_a_script_and_nothing_typed_is_lost()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, _) = await EngagedAsync(portal);
        var address = $"/pairings/{(await met.NowAsync()).Id}/company/plan";

        var more = await (await supplier.SubmitAsync(address, [new("Criteria[0].What", "误报率"), new("From", "明年春天"), new("go", "more")])).ReadAsync();
        Assert.All(["误报率", "明年春天", "Criteria[3].What"], t => Assert.Contains(t, more, StringComparison.Ordinal));

        var answer = await met.WritePlanAsync(supplier, PairingSide.Company, limits: " ", target: "");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.All(["Criteria_0__Target-error", "请写明要达到多少。", "SafetyLimits-error", "模拟跌倒 600 次", "发生即暂停该户。", "2027-02-28"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Null((await met.NowAsync()).Proof.PlanNumber);
    }

    [Fact]
    public async Task A_pilot_that_missed_a_target_ends_within_its_limits_and_what_needs_research_becomes_a_draft()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher) = await EngagedAsync(portal);
        await met.StepAsync(supplier, publisher, PairingState.Agreed);
        await met.StepAsync(supplier, publisher, PairingState.Piloting);
        var pairing = await met.NowAsync();

        var empty = await (await supplier.SubmitAsync($"/pairings/{pairing.Id}/company/result", [new("Revision", $"{pairing.Revision}"), new("Conclusion", "还不行。")])).ReadAsync();
        Assert.All(["Values_0__Verdict-error", "Witness-error", "WithinLimits-error", "还不行。"], t => Assert.Contains(t, empty, StringComparison.Ordinal));
        (await met.WriteResultAsync(supplier, PairingSide.Company, MeasuredVerdict.NotMet, findings: "卫生间里的识别\n宠物误报")).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, "或者提出容错结束", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "差一点。", PairingState.Verified));
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "差一点。", PairingState.EndedWithinLimits)).EnsureRedirect();
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Refuse, "第三栋没有测。")).EnsureRedirect();
        Assert.Contains("请改好再写一次", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.BadRequest, "上一次结果没有得到确认", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "差一点。", PairingState.EndedWithinLimits));
        (await met.WriteResultAsync(supplier, PairingSide.Company, MeasuredVerdict.NotMeasured, findings: "卫生间里的识别\n宠物误报")).EnsureRedirect();
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "差一点。", PairingState.EndedWithinLimits)).EnsureRedirect();
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).EnsureRedirect();

        Assert.Contains("容错结束：不计入任何一方的信用。", await publisher.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.VerificationCertificates.CountAsync(Stop)));
        (await publisher.SubmitAsync($"/pairings/{pairing.Id}", [new("Finding", "1")], $"/pairings/{pairing.Id}/publisher/result?handler=Research")).EnsureRedirect();
        var draft = await portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((met.Unit.Id, "宠物误报"), (draft.OrganisationId, draft.Texts["Title"]));
    }

    [Fact]
    public async Task The_story_alone_shows_it_to_everyone_and_the_database_keeps_it_so_and_locked()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (met, supplier, publisher) = await EngagedAsync(portal);
        await met.StepAsync(supplier, publisher, PairingState.Agreed);
        await met.StepAsync(supplier, publisher, PairingState.Piloting);
        await met.StepAsync(supplier, publisher, PairingState.Verified);
        var pairing = await met.NowAsync();
        var address = $"/pairings/{pairing.Id}";
        var reviewer = new Person { AccountId = met.Publisher.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "110000")] };

        Assert.DoesNotContain("漏报率", await portal.Browser().ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await SeenAsync(portal, Person.Visitor));
        Assert.Equal((1, 1, 1), await SeenAsync(portal, Member(met.Unit, met.Publisher)));
        Assert.Equal((1, 1, 1), await SeenAsync(portal, reviewer));
        Assert.Equal((0, 0, 0), await SeenAsync(portal, reviewer with { Posts = [new(StaffRole.Reviewer, "440000")] }));

        // A later plan of one's own side, and any change, even by the owner of the tables.
        var insert = $"INSERT INTO verification_plans (pairing_id, number, content, hash) SELECT pairing_id, 99, content, hash FROM verification_plans WHERE pairing_id = '{pairing.Id}'";
        await using (var own = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Member(met.Unit, met.Publisher)))
        {
            await ForbiddenAsync(own.Database.ExecuteSqlRawAsync(insert, Stop));
        }

        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        foreach (var change in (string[])
        [
            insert, "UPDATE verification_plans SET hash = repeat('0', 64)", "DELETE FROM verification_plans", "UPDATE verification_results SET content = '{}'",
            "UPDATE verification_certificates SET number = '1'", "UPDATE pairings SET plan_agreed_at = now()", "UPDATE pairings SET plan_frozen_at = NULL"
        ])
        {
            await using var command = owner.CreateCommand(change);
            await ForbiddenAsync(command.ExecuteNonQueryAsync(Stop));
        }

        foreach (var browser in new[] { supplier, publisher })
        {
            (await browser.SubmitAsync("/workspace", [new("Revision", $"{(await met.NowAsync()).Revision}"), new("View", "Story")], $"{address}?handler=Show")).EnsureRedirect();
        }

        await portal.MatchedAsync();
        Assert.Contains("漏报率", await portal.Browser().ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), await SeenAsync(portal, Person.Visitor));

        static async Task ForbiddenAsync(Task changing) =>
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => changing)).SqlState);
    }

    private static async Task<(Met Met, HttpClient Supplier, HttpClient Publisher)> EngagedAsync(PortalHost portal)
    {
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        return (met, supplier, publisher);
    }

    private static async Task RefusedAsync(HttpStatusCode status, string words, Task<HttpResponseMessage> answering)
    {
        var answer = await answering;
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.ReadAsync(), StringComparison.Ordinal);
    }

    private static async Task<(int Plans, int Results, int Certificates)> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return (await db.VerificationPlans.CountAsync(Stop), await db.VerificationResults.CountAsync(Stop), await db.VerificationCertificates.CountAsync(Stop));
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
