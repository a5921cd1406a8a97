using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>One account for each role, beside the demonstration lists, with passwords that are made up now and told once. Never in production.</summary>
internal sealed class DemonstrationAccounts(NewAccount newAccount, HomeRegion home, TimeProvider time)
{
    public const string OperatorName = "示范市场景创新促进中心";
    public const string ReviewerName = "周平";
    public const string ExpertName = "许文";

    private const int PasswordBytes = 10;

    /// <summary>Fictional codes that check out, so that their organisations can be verified.</summary>
    private static readonly Dictionary<OrganisationKind, string> Codes = new()
    {
        [OrganisationKind.Government] = "11990100MB0000019L",
        [OrganisationKind.Company] = "91990100MA0DEM013D",
        [OrganisationKind.Operator] = "12990100MB0000027C"
    };

    public async Task<IReadOnlyList<DemonstrationAccount>> MakeAsync(PortalDbContext db, CancellationToken cancellation)
    {
        List<DemonstrationAccount> made = [];
        var publisher = await db.Organisations.Where(o => o.Kind == OrganisationKind.Government)
            .OrderByDescending(o => db.Opportunities.Count(p => p.PublisherId == o.Id)).ThenBy(o => o.Name).FirstAsync(cancellation);
        var company = await db.Organisations.Where(o => o.Kind == OrganisationKind.Company)
            .OrderByDescending(o => db.Capabilities.Count(c => c.OrganisationId == o.Id)).ThenBy(o => o.Name).FirstAsync(cancellation);
        var promoter = await db.Organisations.SingleOrDefaultAsync(o => o.Name == OperatorName, cancellation);
        if (promoter is null)
        {
            promoter = new Organisation(OperatorName, OrganisationKind.Operator);
            db.Add(promoter);
        }

        // Whoever reviewed and judged in the past goes on with it.
        var before = await db.StaffGrants.Join(db.Accounts.Where(a => a.IsDemonstration && a.Email == null), g => g.AccountId, a => a.Id, (g, a) => new { g.Role, Account = a })
            .ToDictionaryAsync(g => g.Role, g => g.Account, cancellation);
        Join(publisher, "发布单位", "publisher", "林晓");
        Join(company, "企业", "company", "沈一帆");
        Join(promoter, "运营方", "operator", "何静");
        Appoint(StaffRole.Reviewer, "审核人员", "reviewer", ReviewerName);
        Appoint(StaffRole.Expert, "专家", "expert", ExpertName);
        Appoint(StaffRole.SystemAdministrator, "系统管理员", "system", "陈系");
        Appoint(StaffRole.SecurityAdministrator, "安全管理员", "security", "安然");
        Appoint(StaffRole.AuditAdministrator, "审计管理员", "audit", "季明");
        await db.SaveChangesAsync(cancellation);
        return made;

        void Join(Organisation organisation, string role, string mailbox, string name)
        {
            Verify(organisation);
            db.Add(new Membership(organisation.Id, Make($"{role}：{organisation.Name}", mailbox, name).Id, MemberRole.Owner, time.GetUtcNow()));
        }

        void Appoint(StaffRole role, string words, string mailbox, string name)
        {
            var known = before.GetValueOrDefault(role);
            var account = Make(words, mailbox, name, known);
            if (known is null)
            {
                db.Add(new StaffGrant(account.Id, role, role is StaffRole.Reviewer ? home.Code : null, time.GetUtcNow()));
            }
        }

        Account Make(string role, string mailbox, string name, Account? known = null)
        {
            var password = string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(PasswordBytes)).ToLowerInvariant().Chunk(4).Select(c => new string(c)));
            var email = $"{mailbox}@demo.example";
            made.Add(new DemonstrationAccount(role, email, password));
            return newAccount.Make(db, new Newcomer { Name = name, Email = email, Password = password, MailIsProved = true, IsDemonstration = true }, known);
        }
    }

    private void Verify(Organisation organisation)
    {
        organisation.Complete(new OrganisationDetails { RegionCode = organisation.RegionCode ?? home.Code });
        organisation.Identify(organisation.CreditCode ?? new UnifiedSocialCreditCode(Codes[organisation.Kind]));
        organisation.Submit(time.GetUtcNow());
        organisation.Verify();
    }
}

/// <summary>What is told at the console, once.</summary>
internal sealed record DemonstrationAccount(string Role, string Email, string Password);
