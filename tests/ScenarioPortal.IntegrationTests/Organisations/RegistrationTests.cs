using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>A company comes in by itself: an account, a proven mail address, a registration.</summary>
public sealed partial class RegistrationTests(PortalDatabase database)
{
    private const string Code = "914403001922038216";

    [Fact]
    public async Task A_visitor_registers_a_company_and_is_its_owner_once_the_mail_is_proven()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();

        var sent = await browser.SubmitAsync("/register", Filled());

        Assert.Equal("/register/code", sent.Headers.Location?.OriginalString);
        Assert.Equal(0, await portal.ReadAsync(db => db.Organisations.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Accounts.CountAsync()));

        var proven = await browser.SubmitAsync("/register/code", [new("Code", await CodeInMailAsync(portal))]);

        var organisation = await portal.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal($"/organisations/{organisation.Id}/licence", proven.Headers.Location?.OriginalString);
        Assert.Equal((OrganisationStatus.Registered, Code, "110101"), (organisation.Status, organisation.CreditCode!.Value, organisation.RegionCode));
        var member = await portal.ReadAsync(db => db.Memberships.SingleAsync());
        var account = await portal.ReadAsync(db => db.Accounts.SingleAsync());
        Assert.Equal((account.Id, MemberRole.Owner), (member.AccountId, member.Role));
        Assert.True(account.EmailConfirmed);
        Assert.Equal(ConsentPurpose.Account, (await portal.ReadAsync(db => db.Consents.SingleAsync())).Purpose);
        Assert.Contains("上传营业执照，提交核验", await browser.ReadAsync(proven.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("未核验", await portal.Browser().ReadAsync($"/organisations/{organisation.Id}"), StringComparison.Ordinal);
        Assert.Contains(await portal.ReadAsync(db => db.Audit.Select(e => e.Action).ToListAsync()), a => a == "organisation.register");
    }

    [Fact]
    public async Task Mistakes_stand_at_their_fields_and_what_was_typed_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await portal.Browser().SubmitAsync("/register", Filled(("Input.Code", "914403001922038217"), ("Input.ContactPhone", "打给我"), ("Input.Region", "不知道在哪"), ("Input.Email", "lin@"), ("Input.Agreed", "false")));
        var page = await answer.ReadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("还有 5 处要改", page, StringComparison.Ordinal);
        Assert.Contains("统一社会信用代码的校验位不符", page, StringComparison.Ordinal);
        foreach (var field in (string[])["Code", "ContactPhone", "Region", "Email", "Agreed"])
        {
            Assert.Contains($"id=\"Input_{field}-error\"", page, StringComparison.Ordinal);
        }

        foreach (var typed in (string[])["914403001922038217", "打给我", "不知道在哪", "lin@", "岚泊医疗电子有限公司"])
        {
            Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_mail_address_that_has_an_account_looks_the_same_and_opens_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(portal.NewAccount("lin"));
        var browser = portal.Browser();

        var answer = await browser.SubmitAsync("/register", Filled());

        Assert.Equal("/register/code", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain("已有账号", await browser.ReadAsync("/register/code"), StringComparison.Ordinal);
        var letter = await portal.ReadAsync(db => db.Mail.SingleAsync());
        Assert.Contains("已有账号", letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotMatch(SixDigits(), letter.Body);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_worth_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        await browser.SubmitAsync("/register", Filled());
        var code = await CodeInMailAsync(portal);
        var wrong = code == "000000" ? "111111" : "000000";

        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/register/code", [new("Code", wrong)])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/register/code", [new("Code", code)])).StatusCode);
        Assert.Equal(0, await portal.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Nobody_registers_as_the_government()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await portal.Browser().SubmitAsync("/register", Filled(("Input.Kind", "Government")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_company_from_a_list_leads_to_a_claim()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var imported = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        imported.Identify(new UnifiedSocialCreditCode(Code));
        var account = portal.NewAccount("lin");
        await portal.SaveAsync(imported, account);
        var browser = await portal.SignedInAsync(account);

        var offered = await browser.SubmitAsync("/register", Filled());
        var claimed = await browser.SubmitAsync("/register", Filled(("Input.Wish", "Claim")));

        Assert.Equal(HttpStatusCode.BadRequest, offered.StatusCode);
        Assert.Contains("申请认领", await offered.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("/organisations/claim", claimed.Headers.Location?.OriginalString);
        Assert.Equal(account.Id, (await portal.ReadAsync(db => db.OrganisationClaims.SingleAsync())).AccountId);
        Assert.Equal(0, await portal.ReadAsync(db => db.Memberships.CountAsync()));
    }

    [Fact]
    public async Task A_registered_company_does_not_say_whose_it_is_but_its_owners_can_be_asked()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        company.Identify(new UnifiedSocialCreditCode(Code));
        var (owner, other) = (portal.NewAccount("owner"), portal.NewAccount("lin"));
        await portal.SaveAsync(company, owner, other, new Membership(company.Id, owner.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(other);

        var refused = await browser.SubmitAsync("/register", Filled());
        var asked = await browser.SubmitAsync("/register", Filled(("Input.Wish", "Ask")));

        Assert.Contains("替我告诉负责人", await refused.ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("owner@example.cn", await refused.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var letter = await portal.ReadAsync(db => db.Mail.SingleAsync());
        Assert.Equal("owner@example.cn", letter.To);
        Assert.Contains("lin@example.cn", letter.Body, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Filled(params (string Field, string Value)[] otherwise)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Wish"] = "Register",
            ["Input.Code"] = "9144 0300 1922 0382 16",
            ["Input.Name"] = "岚泊医疗电子有限公司",
            ["Input.Kind"] = "Company",
            ["Input.Region"] = "110101",
            ["Input.ContactName"] = "林晓",
            ["Input.ContactPhone"] = "0000-1234567",
            ["Input.Email"] = "lin@example.cn",
            ["Input.Password"] = "雨后的江面上有三只白鹭在慢慢地飞过",
            ["Input.Agreed"] = "true"
        };
        foreach (var (field, value) in otherwise)
        {
            fields[field] = value;
        }

        return fields;
    }

    private static async Task<string> CodeInMailAsync(PortalHost portal) => SixDigits().Match((await portal.ReadAsync(db => db.Mail.SingleAsync())).Body).Value;

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
