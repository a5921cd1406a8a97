using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>What the portal may keep about somebody.</summary>
internal static class OwnRecords
{
    public const string Company = "岚泊器械检测有限公司";

    /// <summary>One record of each kind that says something about this person.</summary>
    public static async Task FillAsync(PortalHost portal, Account account)
    {
        var now = portal.Clock.GetUtcNow();
        var company = new Organisation(Company, OrganisationKind.Company);
        company.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        var other = await portal.AccountAsync("wang");
        await portal.SaveAsync(company, new OrganisationContact(company.Id, "林", "0000-7703325", account.Email), new OrganisationClaim(company, account.Id, $"{account.Email} 是我", now),
            new StoredFile { OrganisationId = company.Id, Purpose = FilePurpose.Licence, Name = "licence.pdf", ContentType = "application/pdf", Size = 1, Content = [1], UploadedAt = now, UploadedBy = account.Id },
            new OneTimeLink { Purpose = LinkPurpose.PasswordReset, SecretHash = new string('a', 64), Email = account.Email!, AccountId = account.Id, CreatedAt = now, ExpiresAt = now.AddHours(1) },
            new MailMessage { To = account.Email!, Subject = "s", Body = $"{account.Email}", CreatedAt = now, DueAt = now.AddDays(1) },
            new FactorReset(account.Id, other.Id, now),
            new StaffGrant(account.Id, StaffRole.Expert, null, now),
            new Membership(company.Id, account.Id, MemberRole.Editor, now),
            new RecoveryCode(account.Id, new string('b', 64)),
            new FormerPassword(account.Id, "hash", now),
            new Act { Action = "test.note" }.By(AuditTrail.ActorOf(account.Id), now),
            new Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>
            {
                UserId = account.Id,
                CredentialId = [1, 2, 3],
                Data = new() { PublicKey = [1], Name = "书房", CreatedAt = now, AttestationObject = [], ClientDataJson = [] }
            });
        var (scenario, need) = Released(company, now);
        var question = new Question(need, "夜里有没有照明？", new PublicationRules(), now);
        await portal.SaveAsync(scenario, need, question, new QuestionAsker(question.Id, account.Id), new Watch(account.Id, need.Id, now),
            new NotificationChoice(account.Id, NotificationKind.Closed, NotificationDelivery.Daily),
            new Notification(account.Id, NotificationKind.Closed, NotificationDelivery.Daily, now) { SubjectId = need.Id, Title = need.Title });
        await portal.ReadAsync(db => db.Sessions.Where(x => x.AccountId == account.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Device, "=cmd|' /C calc'!A0").SetProperty(x => x.Address, "203.0.113.9")));
        await portal.ReadAsync(db => db.Consents.Where(c => c.AccountId == account.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Address, "203.0.113.9")));
    }

    private static (Scenario Scenario, Opportunity Need) Released(Organisation publisher, DateTimeOffset now)
    {
        var scenario = new Scenario(publisher.Id, "夜间巡查");
        var need = new Opportunity(scenario.Id, publisher.Id, new Need { Title = "夜间巡查", Description = "没有人看" }, now);
        need.Submit(now);
        need.Approve(now);
        need.Release("2026-01-需-901", now);
        return (scenario, need);
    }
}
