using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.IntegrationTests.Workbooks;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Publication;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Certificates from the company's profile through a capability to its readers, to matching, and to their end.</summary>
public sealed class CertificateTests(PortalDatabase database)
{
    private static readonly Certificate Iso = new() { Name = "ISO9001 质量管理体系认证", Issuer = "示范认证中心", Number = "Q-1", ValidUntil = new(2027, 5, 31) };

    [Fact]
    public async Task What_the_profile_holds_begins_a_capability_and_stands_before_reviewers_readers_and_in_the_batch()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (company, editor) = await CompanyAsync(portal, Iso, new Certificate { Name = "等保三级", ValidUntil = new(2025, 3, 1) });
        var browser = await portal.SignedInAsync(editor);
        await browser.SubmitAsync("/workspace", [new("organisation", $"{company.Id}")], "/workspace?handler=new");
        var copy = await CopyAsync(portal);
        Assert.Equal(("ISO9001 质量管理体系认证 | 示范认证中心 | Q-1 | 2027-05-31\n等保三级 |  |  | 2025-03-01", "北京市"), (copy.Texts["Qualifications"], copy.Texts["ServiceRegions"]));
        var proof = $"/workspace/writing/{copy.Id}/proof";
        Assert.Contains("取自企业资料。只有名称必填", await browser.ReadAsync(proof), StringComparison.Ordinal);

        var more = await browser.SubmitAsync(proof, [new("Revision", $"{copy.Revision}"), .. Rows(("ISO9001 质量管理体系认证", "示范认证中心", "Q-1", "2027-05-31"), ("", "", "", ""), ("等保三级", "", "", "明年")), new("go", "more")]);
        Assert.Equal($"{proof}#Texts_Qualifications_", more.Headers.Location!.OriginalString);
        copy = await CopyAsync(portal);
        Assert.Equal("ISO9001 质量管理体系认证 | 示范认证中心 | Q-1 | 2027-05-31\n等保三级 |  |  | 明年", copy.Texts["Qualifications"]);
        var wrong = await browser.ReadAsync(proof);
        Assert.Contains("第 2 项证书“等保三级”的有效期“明年”不是日期。", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"明年\"", wrong, StringComparison.Ordinal);
        Assert.Contains("Certificates[2].Name", wrong, StringComparison.Ordinal);

        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/offer", [new("Revision", $"{copy.Revision}"), new("Texts[Title]", "夜间巡河"), new("Texts[Description]", "无人艇夜里自己走，看见漂浮物就清走。")]);
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/where", [new("Revision", $"{copy.Revision + 1}"), new("Texts[ProjectsAtOnce]", "很多")]);
        var check = $"/workspace/writing/{copy.Id}/check";
        var refused = await browser.SubmitAsync(check, [new("Revision", $"{copy.Revision + 2}")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var faults = await refused.ReadAsync();
        Assert.All(["第 2 项证书“等保三级”的有效期“明年”不是日期。", "“很多”不是 1 到 999 的整数。", "等保三级 |  |  | 明年"], t => Assert.Contains(t, faults, StringComparison.Ordinal));

        await browser.SubmitAsync(proof, [new("Revision", $"{copy.Revision + 2}"), .. Rows(("ISO9001 质量管理体系认证", "示范认证中心", "Q-1", "2027年5月31日"), ("等保三级", "", "", "2025-03-01"))]);
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/where", [new("Revision", $"{copy.Revision + 3}"), new("Texts[ProjectsAtOnce]", "3 个")]);
        Assert.Contains("已于 2025年3月1日 到期", await browser.ReadAsync(check), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(check, [new("Revision", $"{copy.Revision + 4}")])).StatusCode);

        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var submission = await portal.ReadAsync(db => db.Submissions.SingleAsync());
        var review = $"/review/submissions/{submission.Id}";
        var shown = await reviewer.ReadAsync(review);
        Assert.All(["ISO9001 质量管理体系认证", "示范认证中心 · 编号 Q-1 · 有效期至 2027年5月31日", "已于 2025年3月1日 到期"], t => Assert.Contains(t, shown, StringComparison.Ordinal));
        await reviewer.SubmitAsync(review, [new("Input.Revision", $"{submission.Revision}")], $"{review}?handler=Approve");

        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        Assert.Equal((3, Iso, CapabilityStatus.Published), (capability.ProjectsAtOnce, capability.Certificates[0], capability.Status));
        var page = await portal.Browser().ReadAsync($"/capabilities/{capability.Id}");
        Assert.All(["资质证书", "示范认证中心 · 编号 Q-1 · 有效期至 2027年5月31日", "已于 2025年3月1日 到期", "可同时承接项目数</dt><dd>3 个"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        await reviewer.SubmitAsync("/review/releases?kind=Capabilities", [new("Kind", nameof(ListKind.Capabilities)), new("Picked", $"{capability.Id}")], "/review/releases");
        var batch = await portal.ReadAsync(db => db.ListReleases.SingleAsync());
        var json = JsonDocument.Parse(await portal.Browser().GetStringAsync($"/releases/{batch.Id}/download/json")).RootElement[0];
        Assert.Equal("ISO9001 质量管理体系认证（有效期至 2027年5月31日）；等保三级（有效期至 2025年3月1日）", json.GetProperty("certificates").GetString());
        Assert.True(batch.IsIntact());
    }

    [Fact]
    public async Task A_reviewer_sees_what_changed_in_certificates_word_by_word()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (company, editor) = await CompanyAsync(portal);
        var now = portal.Clock.GetUtcNow();
        var copy = new WorkingCopy(ListKind.Capabilities, company.Id, editor.Id, now);
        copy.Write(new Dictionary<string, string> { ["Title"] = "夜间巡河", ["Description"] = "无人艇夜里自己走。", ["Qualifications"] = "等保三级 |  |  | 2025-03-01" }, editor.Id, now);
        await portal.SaveAsync(copy);
        var (browser, check) = (await portal.SignedInAsync(editor), $"/workspace/writing/{copy.Id}/check");
        await browser.SubmitAsync(check, [new("Revision", $"{copy.Revision}")]);
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var first = await portal.ReadAsync(db => db.Submissions.SingleAsync());
        var review = $"/review/submissions/{first.Id}";
        await reviewer.SubmitAsync(review, [new("Input.Revision", $"{first.Revision}"), new("Input.Remarks[Qualifications]", "已经过期了。")], $"{review}?handler=Return");

        var back = await CopyAsync(portal);
        var proof = $"/workspace/writing/{copy.Id}/proof";
        Assert.Contains("审核意见：“已经过期了。”", await browser.ReadAsync(proof), StringComparison.Ordinal);
        await browser.SubmitAsync(proof, [new("Revision", $"{back.Revision}"), .. Rows(("等保三级", "", "", "2028-03-01"))]);
        await browser.SubmitAsync(check, [new("Revision", $"{back.Revision + 1}")]);

        var second = await portal.ReadAsync(db => db.Submissions.SingleAsync(s => s.Number == 2));
        var shown = await reviewer.ReadAsync($"/review/submissions/{second.Id}");
        Assert.All(["改过", "<del>", "<ins>", "上次的意见：", "有效期至"], t => Assert.Contains(t, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Certificates_meet_conditions_until_they_end_and_again_once_they_are_renewed()
    {
        const string Need = """{"id":"N1","title":"汛期夜间河道漂浮物的自动发现与清理","publisher":"海淀区水务局","field":"水利","description":"主城 47 公里河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。","wished_conditions":["具备等保三级证书"]}""";
        await using var portal = await PortalHost.StartAsync(database);
        var ending = new Certificate { Name = "网络安全等级保护等保三级", ValidUntil = new(2026, 12, 20) };
        var (company, editor) = await CompanyAsync(portal, ending);
        var now = portal.Clock.GetUtcNow();
        var capability = new Capability(company.Id, new Offer { Title = "水面漂浮物识别与无人艇收集", Description = "岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用。", Certificates = [ending] }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        await portal.SaveAsync(capability);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        await portal.MatchedAsync();
        var work = portal.Services.GetRequiredService<CertificateEnds>();
        var (score, verdict) = await MatchAsync(portal);
        Assert.Equal(Verdict.Met, verdict);
        var browser = await portal.SignedInAsync(editor);
        var workspace = await browser.ReadAsync("/workspace");
        Assert.All(["1 件事等您", "资质证书“网络安全等级保护等保三级”将于 2026年12月20日 到期"], t => Assert.Contains(t, workspace, StringComparison.Ordinal));
        Assert.Contains($"/capabilities/{capability.Id}", await portal.Browser().ReadAsync("/capabilities?q=等级保护"), StringComparison.Ordinal);

        portal.Clock.SetUtcNow(new(2026, 12, 20, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await work.NoteAsync(TestContext.Current.CancellationToken));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await Task.WhenAll(work.NoteAsync(TestContext.Current.CancellationToken), work.NoteAsync(TestContext.Current.CancellationToken))).Sum());
        Assert.Equal(0, await work.NoteAsync(TestContext.Current.CancellationToken));
        await portal.MatchedAsync();
        var ended = await MatchAsync(portal);
        Assert.Equal(Verdict.Unknown, ended.Verdict);
        Assert.True(ended.Score < score);
        Assert.Contains("已于 2026年12月20日 到期", await portal.Browser().ReadAsync($"/capabilities/{capability.Id}"), StringComparison.Ordinal);

        browser = await portal.SignedInAsync(editor);
        Assert.DoesNotContain("资质证书“", await browser.ReadAsync("/workspace"), StringComparison.Ordinal);
        await browser.SubmitAsync($"/organisations/{company.Id}/edit", [.. await ProfileAsync(portal, company.Id), .. Rows("Input.Certificates", (ending.Name, "", "", "2029-12-20"))]);
        await portal.MatchedAsync();

        Assert.Equal((score, Verdict.Met), await MatchAsync(portal));
        Assert.Equal(["capability.certificate-end", "capability.renew"],
            await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == capability.Id && a.Action.StartsWith("capability.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_profile_is_refused_at_the_field_and_keeps_every_row()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (company, editor) = await CompanyAsync(portal, Iso);
        var browser = await portal.SignedInAsync(editor);
        var edit = $"/organisations/{company.Id}/edit";
        var profile = await ProfileAsync(portal, company.Id);
        var rows = Rows("Input.Certificates", ("等保三级", "", "", "明年"), ("", "", "", ""), ("", "甲中心", "", "")).ToArray();

        var more = await (await browser.SubmitAsync(edit, [.. profile, .. rows, new("go", "more")])).ReadAsync();
        var refused = await browser.SubmitAsync(edit, [.. profile, .. rows, new("Input.Website", "javascript:alert(1)"), new("Input.ServiceRegions", "北京市、火星")]);

        Assert.Contains("Input.Certificates[2].Name", more, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.All(["第 1 项证书“等保三级”的有效期“明年”不是日期。", "value=\"明年\"", "value=\"甲中心\"", "网址应以 http:// 或 https:// 开头", "没有认出“火星”。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal([Iso], (await portal.ReadAsync(db => db.Organisations.SingleAsync(o => o.Id == company.Id))).Certificates);

        await browser.SubmitAsync(edit, [.. profile, .. Rows("Input.Certificates", ("等保三级", "", "", "")), new("Input.Website", "https://qinghe.example"), new("Input.ServiceRegions", "北京市")]);
        var shown = await portal.Browser().ReadAsync($"/organisations/{company.Id}");
        Assert.All(["等保三级", "https://qinghe.example", "北京市"], t => Assert.Contains(t, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("ISO9001", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_were_typed_when_the_session_was_over_stand_in_the_form_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        byte[] secret = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];
        var (now, writer) = (portal.Clock.GetUtcNow(), await portal.MemberAsync("writer", secret: secret));
        var company = new Organisation("青禾水域机器人有限公司", OrganisationKind.Company);
        var copy = new WorkingCopy(ListKind.Capabilities, company.Id, writer.Id, now, new Dictionary<string, string> { ["Qualifications"] = "等保二级 |" });
        await portal.SaveAsync(company);
        await portal.SaveAsync(copy, new Membership(company.Id, writer.Id, MemberRole.Editor, now), new Consent { AccountId = writer.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now });
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        await SignInAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.OpenAsync($"/workspace/writing/{copy.Id}/proof");
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());

        await browser.SendAsync([.. Rows(("等保三级", "", "", "明年"), ("ISO9001", "甲中心", "Q-1", "")).Select(r => (r.Key, r.Value)), ("Texts[Effect]", "快了一半。")]);
        await browser.FollowAsync();
        await SignInAsync();

        Assert.Equal(["等保三级", "ISO9001", ""], browser.Page.QuerySelectorAll("[name$='.Name']").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Contains("第 1 项证书“等保三级”的有效期“明年”不是日期。", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("等保二级 |", (await CopyAsync(portal)).Texts["Qualifications"]);

        async Task SignInAsync()
        {
            await browser.SendAsync(("Input.Email", writer.Email!), ("Input.Password", Members.Password));
            await browser.FollowAsync();
            await browser.SendAsync(("Input.Code", portal.CodeOf(secret)));
            await browser.FollowAsync();
        }
    }

    [Fact]
    public async Task A_workbook_states_certificates_and_says_the_same_the_next_time()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Uploading.BeginAsync(portal, OrganisationKind.Company, "示范科技有限公司");
        var file = Encoding.UTF8.GetBytes("产品名称,能力概述,企业资质,可同时承接项目数\n巡查机器人,夜里自己走,高新技术企业；ISO9001（有效期至2027年5月31日）,3\n水质仪,测水,,1000\n");

        var taken = await company.TakenAsync(await company.CheckedAsync(file, "能力.csv"));
        var again = await company.CheckedAsync(file, "能力.csv");

        Assert.Equal((1, 1), (taken.Taken, taken.Refused));
        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        Assert.Equal([new Certificate { Name = "高新技术企业" }, new Certificate { Name = "ISO9001", ValidUntil = new(2027, 5, 31) }], capability.Certificates);
        Assert.Equal(3, capability.ProjectsAtOnce);
        Assert.Equal("高新技术企业 |\nISO9001 |  |  | 2027-05-31", (await CopyAsync(portal)).Texts["Qualifications"]);
        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
        Assert.Contains("“1000”不是 1 到 999 的整数", await company.Browser.ReadAsync($"{Uploading.Page}/{again.Id}"), StringComparison.Ordinal);
        Assert.Equal(RowOutcome.Refused, Assert.Single(await company.RowsAsync(again, RowOutcome.Refused)).Outcome);
    }

    private static async Task<(Organisation Company, Account Editor)> CompanyAsync(PortalHost portal, params Certificate[] certificates)
    {
        var company = new Organisation("青禾水域机器人有限公司", OrganisationKind.Company);
        company.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        company.Complete(new OrganisationDetails { RegionCode = "110101", Certificates = certificates, ServiceRegionCodes = ["110000"] });
        var editor = portal.NewAccount("editor");
        await portal.SaveAsync(company, editor, new Membership(company.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()), new OrganisationContact(company.Id, "周敏", "0000-2468013", null));
        return (company, editor);
    }

    /// <summary>What the form of the profile must have besides certificates.</summary>
    private static async Task<KeyValuePair<string, string>[]> ProfileAsync(PortalHost portal, Guid company)
    {
        var revision = await portal.ReadAsync(db => db.Organisations.Where(o => o.Id == company).Select(o => o.Revision).SingleAsync());
        return [new("Input.Revision", $"{revision}"), new("Input.Code", "914403001922038216"), new("Input.Name", "青禾水域机器人有限公司"), new("Input.Region", "110101"), new("Input.ContactName", "周敏"), new("Input.ContactPhone", "0000-2468013")];
    }

    private static IEnumerable<KeyValuePair<string, string>> Rows(params (string Name, string Issuer, string Number, string Until)[] rows) => Rows("Certificates", rows);

    private static IEnumerable<KeyValuePair<string, string>> Rows(string prefix, params (string Name, string Issuer, string Number, string Until)[] rows) => rows.Index().SelectMany(r =>
        new KeyValuePair<string, string>[] { new($"{prefix}[{r.Index}].Name", r.Item.Name), new($"{prefix}[{r.Index}].Issuer", r.Item.Issuer), new($"{prefix}[{r.Index}].Number", r.Item.Number), new($"{prefix}[{r.Index}].Until", r.Item.Until) });

    private static Task<WorkingCopy> CopyAsync(PortalHost portal) => portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync());

    private static async Task<(double Score, Verdict Verdict)> MatchAsync(PortalHost portal)
    {
        var match = await portal.ReadAsync(db => db.Matches.AsNoTracking().SingleAsync());
        return (match.Score, match.Reasons.Single(r => r.Criterion is Criterion.Condition).Verdict);
    }
}
