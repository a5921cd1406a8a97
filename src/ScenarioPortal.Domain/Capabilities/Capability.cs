using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Domain.Capabilities;

/// <summary>What one organisation can do (场景能力): the item on the capability list.</summary>
public sealed class Capability
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 8000;
    public const int TechnologyMaxLength = 100;
    public const int CaseMaxLength = 400;
    public const int NoteMaxLength = 2000;
    public const int ShortNoteMaxLength = 200;
    public const int ExternalIdMaxLength = 100;
    public const int NumberMaxLength = 40;
    public const int HighestTrl = 9;
    public const int MostProjectsAtOnce = 999;
    public const int WithdrawnWhyMaxLength = 300;

    /// <summary>So long after its release or the last confirmation the organisation is asked whether it is still current.</summary>
    public const int CurrentForDays = 180;

    /// <summary>So long after that question the list says that nobody confirmed it.</summary>
    public const int ConfirmWithinDays = 14;

    private readonly List<Addendum> _addenda = [];

    public Capability(Guid? organisationId, Offer offer, DateTimeOffset now, string? externalId = null)
    {
        Check(offer);
        OrganisationId = organisationId;
        ExternalId = externalId;
        CreatedAt = UpdatedAt = now;
        Take(offer, now);
    }

    private Capability()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Who can do it; null when the list it came from does not say.</summary>
    public Guid? OrganisationId { get; private init; }

    /// <summary>The key under which the organisation's own list or system knows it.</summary>
    public string? ExternalId { get; private init; }

    /// <summary>The official number, such as 2026-01-供-017, given on release.</summary>
    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string? FieldCode { get; private set; }

    public string? FieldText { get; private set; }

    public string? RegionCode { get; private set; }

    public string? Zone { get; private set; }

    public IReadOnlyList<string> Technologies { get; private set; } = [];

    public IReadOnlyList<string> Cases { get; private set; } = [];

    public int? Trl { get; private set; }

    public string? Innovation { get; private set; }

    public string? Effect { get; private set; }

    public string? ApplicableScenes { get; private set; }

    public string? TargetCustomers { get; private set; }

    public IReadOnlyList<string> ServiceRegionCodes { get; private set; } = [];

    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    /// <summary>When the next of its certificates ends, of those that matching still counts; null when none has an end.</summary>
    public DateOnly? CertificateEndsOn { get; private set; }

    /// <summary>The certificates that matching counts. What has ended counts until the portal has noted it, so that the same row gives the same matches.</summary>
    public IEnumerable<Certificate> CountedCertificates => Certificates.Where(c => c.ValidUntil is null || c.ValidUntil >= CertificateEndsOn);

    /// <inheritdoc cref="Offer.ProjectsAtOnce"/>
    public int? ProjectsAtOnce { get; private set; }

    /// <summary>Contact person and telephone: shown masked unless that person agreed.</summary>
    public string? Contact { get; private set; }

    public CapabilityStatus Status { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When its organisation last said that it is still current.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the organisation was asked; null before that, and again once it has answered.</summary>
    public DateTimeOffset? ConfirmationAskedAt { get; private set; }

    /// <summary>Since when the list says that nobody confirmed it.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }

    /// <summary>Since when it is off the list; null while it is on it, and where it was taken off before anybody was asked why.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why its organisation withdrew it, in a sentence that everyone may read.</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>By when it is to be confirmed; null when nobody was asked.</summary>
    public DateTimeOffset? ConfirmationDueAt => ConfirmationAskedAt?.AddDays(ConfirmWithinDays);

    /// <summary>Counts the changes made so far: editors prove with it what they saw, matches record with it what they judged.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<Addendum> Addenda => _addenda;

    public Offer Offer => new()
    {
        Title = Title,
        Description = Description,
        FieldCode = FieldCode,
        FieldText = FieldText,
        RegionCode = RegionCode,
        Zone = Zone,
        Technologies = Technologies,
        Cases = Cases,
        Trl = Trl,
        Innovation = Innovation,
        Effect = Effect,
        ApplicableScenes = ApplicableScenes,
        TargetCustomers = TargetCustomers,
        ServiceRegionCodes = ServiceRegionCodes,
        Certificates = Certificates,
        ProjectsAtOnce = ProjectsAtOnce,
        Contact = Contact
    };

    /// <summary>
    /// States the capability anew. What was published is never edited silently: the change becomes an addendum.
    /// Says whether anything changed.
    /// </summary>
    public bool Describe(Offer offer, DateTimeOffset now) => Describe(offer, null, now);

    /// <summary>Corrects what is published: the addendum says what stood there, what stands there now, and why.</summary>
    public void Correct(Offer offer, Correction correction, DateTimeOffset now)
    {
        RequirePublished();
        correction.RequireWhy();
        Rule.Require(Describe(offer, correction, now), "和现在公开的一样，没有要更正的。");
    }

    private bool Describe(Offer offer, Correction? correction, DateTimeOffset now)
    {
        Rule.Require(Status is not CapabilityStatus.Archived, "“{0}”已经归档，不能再修改。", Title);
        Check(offer);

        var parts = offer.DifferencesFrom(Offer);
        if (parts.Count == 0)
        {
            return false;
        }

        if (PublishedAt is not null)
        {
            _addenda.Add(new Addendum(_addenda.Count + 1, now, parts, correction));
        }

        Take(offer, now);
        Touch(now);
        if (Status is CapabilityStatus.Published)
        {
            // Who says it anew says that it is current.
            TakeAsCurrent(now);
        }

        return true;
    }

    public void Submit(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Draft or CapabilityStatus.Returned, "只有草稿或被退回的能力可以提交。");
        Status = CapabilityStatus.Submitted;
        Touch(now);
    }

    /// <summary>It came back from review and is written again.</summary>
    public void Return(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Submitted, "只有已提交的能力可以退回。");
        Status = CapabilityStatus.Returned;
        Touch(now);
    }

    /// <summary>Makes it public; its official number may come later, with a batch.</summary>
    public void Publish(string? number, DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Submitted, "只有已提交的能力可以发布。");
        Number = number;
        PublishedAt = now;
        Status = CapabilityStatus.Published;
        CertificateEndsOn = NextEnd(now);
        Touch(now);
    }

    /// <summary>Takes it into a batch, which gives it its number.</summary>
    public void Enlist(string number, DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Published && Number is null, "只有已发布、还没有编号的能力可以编入批次。");
        Number = number;
        Touch(now);
    }

    /// <summary>Asks its organisation whether it is still current. What the list says stays as it is.</summary>
    public void AskWhetherCurrent(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Published && ConfirmationAskedAt is null, "只有已发布、还没有询问过的能力可以询问是否仍然有效。");
        Rule.Require((ConfirmedAt ?? PublishedAt)?.AddDays(CurrentForDays) <= now, "发布或确认还不满 {0} 天。", CurrentForDays);
        ConfirmationAskedAt = now;
    }

    /// <summary>Nobody answered in time: the list says so, and matching ranks it lower.</summary>
    public void Lapse(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Published && LapsedAt is null && ConfirmationDueAt <= now, "只有询问后逾期没有确认的能力可以标为未确认。");
        LapsedAt = now;
        Revision++;
    }

    /// <summary>Its organisation says that it is still current.</summary>
    public void Confirm(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Published && ConfirmationAskedAt is not null, "这项能力现在不需要确认。");
        if (LapsedAt is not null)
        {
            // Matches were computed with it, and are to be computed again.
            Revision++;
        }

        TakeAsCurrent(now);
    }

    /// <summary>The time of a certificate is over: matching counts it no longer.</summary>
    public void EndCertificates(DateTimeOffset now)
    {
        Rule.Require(CertificateEndsOn < DeadlineDays.Of(now), "没有证书到期。");
        CertificateEndsOn = NextEnd(now);
        Revision++;
    }

    /// <summary>Takes over later days for the certificates of the same name, which the addendum quotes in words. Says whether there were any.</summary>
    public bool Renew(IReadOnlyList<Certificate> renewed, Func<IReadOnlyList<Certificate>, string?> inWords, DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Published, "只有已发布的能力可以更新证书的有效期。");
        Certificate[] certificates = [.. Certificates.Select(c => renewed.FirstOrDefault(r => r.Name == c.Name && (r.ValidUntil is null ? c.ValidUntil is not null : r.ValidUntil > c.ValidUntil)) ?? c)];
        return Describe(Offer with { Certificates = certificates }, new Correction { Before = inWords(Certificates), After = inWords(certificates) }, now);
    }

    /// <summary>Its organisation takes it off the list and says why. What stands in a released batch stays readable with that sentence.</summary>
    public void Withdraw(string why, DateTimeOffset now)
    {
        RequirePublished();
        Rule.Require(why.Length is > 0 and <= WithdrawnWhyMaxLength, "请用一句话写明为什么撤下，不超过 {0} 字。", WithdrawnWhyMaxLength);
        (Status, WithdrawnAt, WithdrawnWhy) = (CapabilityStatus.Suspended, now, why);
        Touch(now);
    }

    /// <summary>Its organisation puts it back on the list as it was approved, and so says that it is current.</summary>
    public void Restore(DateTimeOffset now)
    {
        Rule.Require(Status is CapabilityStatus.Suspended, "只有已撤下的能力可以恢复公开。");
        (Status, WithdrawnAt, WithdrawnWhy) = (CapabilityStatus.Published, null, null);
        TakeAsCurrent(now);
        Touch(now);
    }

    private void TakeAsCurrent(DateTimeOffset now) => (ConfirmedAt, ConfirmationAskedAt, LapsedAt) = (now, null, null);

    private void RequirePublished()
    {
        Rule.Require(Status is not CapabilityStatus.Suspended, "“{0}”已经撤下，恢复公开之后才能改动。", Title);
        Rule.Require(Status is CapabilityStatus.Published, "“{0}”还没有公开发布。", Title);
    }

    private static void Check(Offer offer)
    {
        Rule.Require(offer.Title.Length is > 0 and <= TitleMaxLength, "请填写能力名称，不超过 {0} 字。", TitleMaxLength);
        Rule.Require(offer.Description.Length is > 0 and <= DescriptionMaxLength, "请填写能力说明，不超过 {0} 字。", DescriptionMaxLength);
        Rule.Require(offer.Trl is null or (>= 1 and <= HighestTrl), "技术成熟度应为 1 到 9。");
        Rule.Require(offer.Technologies.All(t => t.Length is > 0 and <= TechnologyMaxLength), "每项技术不超过 {0} 字。", TechnologyMaxLength);
        Rule.Require(offer.Cases.All(c => c.Length is > 0 and <= CaseMaxLength), "每个案例不超过 {0} 字。", CaseMaxLength);
        Rule.Require(new[] { offer.Innovation, offer.Effect, offer.ApplicableScenes, offer.TargetCustomers }.All(t => t is not { Length: > NoteMaxLength }),
            "创新亮点、应用实效、适用场景和意向客户各不超过 {0} 字。", NoteMaxLength);
        Rule.Require(new[] { offer.FieldText, offer.Zone, offer.Contact }.All(t => t is not { Length: > ShortNoteMaxLength }),
            "领域、开发区和联系方式各不超过 {0} 字。", ShortNoteMaxLength);
        Rule.Require(offer.ProjectsAtOnce is null or (>= 1 and <= MostProjectsAtOnce), "可同时承接项目数应为 1 到 {0}。", MostProjectsAtOnce);
        Certificate.Check(offer.Certificates);
    }

    private void Take(Offer offer, DateTimeOffset now)
    {
        (Title, Description) = (offer.Title, offer.Description);
        (FieldCode, FieldText) = (offer.FieldCode, offer.FieldText);
        (RegionCode, Zone) = (offer.RegionCode, offer.Zone);
        Technologies = [.. offer.Technologies];
        Cases = [.. offer.Cases];
        Trl = offer.Trl;
        (Innovation, Effect) = (offer.Innovation, offer.Effect);
        (ApplicableScenes, TargetCustomers) = (offer.ApplicableScenes, offer.TargetCustomers);
        ServiceRegionCodes = [.. offer.ServiceRegionCodes];
        Certificates = [.. offer.Certificates];
        CertificateEndsOn = NextEnd(now);
        ProjectsAtOnce = offer.ProjectsAtOnce;
        Contact = offer.Contact;
    }

    private DateOnly? NextEnd(DateTimeOffset now) => Certificates.Where(c => c.ValidUntil >= DeadlineDays.Of(now)).Min(c => c.ValidUntil);

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Revision++;
    }
}
