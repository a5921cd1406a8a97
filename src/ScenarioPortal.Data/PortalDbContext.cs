using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Data.Credit;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Data;

/// <summary>Everything the portal keeps.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>
    /// On whose behalf it is opened: the database shows and takes no more than this person may see and change.
    /// Work behind the pages has a connection of its own and needs none.
    /// </summary>
    public Person Person { get; set; } = Person.Visitor;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Scenario> Scenarios => Set<Scenario>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<QuestionAsker> QuestionAskers => Set<QuestionAsker>();

    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();

    public DbSet<Capability> Capabilities => Set<Capability>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<WorkbookUpload> WorkbookUploads => Set<WorkbookUpload>();

    public DbSet<UploadedRow> UploadedRows => Set<UploadedRow>();

    public DbSet<RememberedColumns> RememberedColumns => Set<RememberedColumns>();

    public DbSet<ListRelease> ListReleases => Set<ListRelease>();

    public DbSet<BatchPlan> BatchPlans => Set<BatchPlan>();

    public DbSet<Match> Matches => Set<Match>();

    public DbSet<Pairing> Pairings => Set<Pairing>();

    public DbSet<CreditEntry> CreditEntries => Set<CreditEntry>();

    public DbSet<CreditAppeal> CreditAppeals => Set<CreditAppeal>();

    public DbSet<CreditStanding> CreditStandings => Set<CreditStanding>();

    public DbSet<MatchCount> MatchCounts => Set<MatchCount>();

    public DbSet<TextVector> TextVectors => Set<TextVector>();

    public DbSet<Judge> Judges => Set<Judge>();

    public DbSet<Judging> Judgings => Set<Judging>();

    public DbSet<VerificationPlan> VerificationPlans => Set<VerificationPlan>();

    public DbSet<VerificationResult> VerificationResults => Set<VerificationResult>();

    public DbSet<VerificationCertificate> VerificationCertificates => Set<VerificationCertificate>();

    public DbSet<PairingMessage> PairingMessages => Set<PairingMessage>();

    public DbSet<PairingFile> PairingFiles => Set<PairingFile>();

    public DbSet<PairingMeeting> PairingMeetings => Set<PairingMeeting>();

    public DbSet<PairingNote> PairingNotes => Set<PairingNote>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Field> Fields => Set<Field>();

    public DbSet<CodeListEntry> CodeListEntries => Set<CodeListEntry>();

    public DbSet<CodeListVersion> CodeListVersions => Set<CodeListVersion>();

    public DbSet<ThesaurusEntry> ThesaurusEntries => Set<ThesaurusEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<GuessCounter> GuessCounters => Set<GuessCounter>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<StaffGrant> StaffGrants => Set<StaffGrant>();

    public DbSet<FactorReset> FactorResets => Set<FactorReset>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<OrganisationContact> OrganisationContacts => Set<OrganisationContact>();

    public DbSet<OrganisationClaim> OrganisationClaims => Set<OrganisationClaim>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<MailMessage> Mail => Set<MailMessage>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves what changed together with the outbox rows and the credit that must follow from it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        OutboxRows.AddFor(this);
        CreditRows.AddFor(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The same for the few libraries that cannot wait.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        OutboxRows.AddFor(this);
        CreditRows.AddFor(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
