using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Domain.Showcases;

/// <summary>
/// A verified pairing told so that others can repeat it (示范案例): written by one side, agreed to by the other, reviewed, and released in a batch of the
/// third list. What was measured is a copy of its certificate.
/// </summary>
public sealed class Showcase
{
    public const int NumberMaxLength = 40;
    public const int ReasonMaxLength = 1000;

    private Showcase(Pairing pairing, VerificationCertificate certificate, string? regionCode, DateTimeOffset now)
    {
        PairingId = pairing.Id;
        (OpportunityId, CapabilityId) = (pairing.OpportunityId, pairing.CapabilityId);
        (PublisherId, CompanyId) = (pairing.PublisherId, pairing.CompanyId);
        (RegionCode, FieldCode) = (regionCode, pairing.FieldCode);
        (CertificateNumber, CertificateCode, Proof) = (certificate.Number, certificate.Code, certificate.Content);
        CreatedAt = now;
    }

    private Showcase()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PairingId { get; private init; }

    public Guid OpportunityId { get; private init; }

    public Guid CapabilityId { get; private init; }

    public Guid PublisherId { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>Where it was done, and whose reviewers decide.</summary>
    public string? RegionCode { get; private init; }

    public string? FieldCode { get; private init; }

    public string CertificateNumber { get; private init; } = "";

    public string CertificateCode { get; private init; } = "";

    /// <summary>What the certificate says, word for word.</summary>
    public CertificateContent Proof { get; private init; } = null!;

    public ShowcaseState State { get; private set; }

    public string Title { get; private set; } = "";

    public ShowcaseContent Content { get; private set; } = null!;

    public PairingSide WrittenFor { get; private set; }

    public Guid WrittenBy { get; private set; }

    public Guid? AgreedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it came back from the last review; null when it did not.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Such as 2026-01-例-001, given on release.</summary>
    public string? Number { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Who is to agree; null when nobody is.</summary>
    public PairingSide? WaitsFor => State is not ShowcaseState.Draft ? null : WrittenFor is PairingSide.Publisher ? PairingSide.Company : PairingSide.Publisher;

    public bool IsOpen => State is ShowcaseState.Draft or ShowcaseState.Returned;

    /// <param name="pairing">What was verified.</param>
    /// <param name="certificate">Says what was measured; null when there is none.</param>
    /// <param name="regionCode">Where it was done.</param>
    /// <param name="content">What one side tells.</param>
    /// <param name="by">Who writes, and for which side.</param>
    /// <param name="now">When.</param>
    public static Showcase Begin(Pairing pairing, VerificationCertificate? certificate, string? regionCode, ShowcaseContent content, Actor by, DateTimeOffset now)
    {
        Rule.Require(pairing.State is PairingState.Verified or PairingState.Adopted or PairingState.Scaled, "验证通过之后，才能写成示范案例。");
        Rule.Require(certificate is not null && certificate.PairingId == pairing.Id, "这次对接没有验证证书，不能写成示范案例。");
        var showcase = new Showcase(pairing, certificate!, regionCode, now);
        showcase.Write(content, by, now);
        return showcase;
    }

    /// <summary>Writes it, or writes it anew; the other side has then to agree again.</summary>
    public void Write(ShowcaseContent content, Actor by, DateTimeOffset now)
    {
        RequireSide(by);
        Rule.Require(State is not ShowcaseState.Released, "示范案例已经发布，不能再改。");
        Rule.Require(IsOpen, "正在审核，现在不能修改。");
        content.Check();
        (Title, Content, WrittenFor, WrittenBy, AgreedBy, State) = (content.Title, content, by.Side, by.AccountId!.Value, null, ShowcaseState.Draft);
        Touch(now);
    }

    /// <summary>The other side says that it is so; from then on a reviewer has it.</summary>
    public void Agree(Actor by, DateTimeOffset now)
    {
        RequireSide(by);
        Rule.Require(State is ShowcaseState.Draft, "没有等待同意的案例：可能已经同意过，或者正在审核。");
        Rule.Require(by.Side == WaitsFor, "这是您方写的，由对方来同意。");
        Rule.Require(by.AccountId != WrittenBy, "这是您自己写的，请对方的另一位成员来同意。");
        (AgreedBy, SubmittedAt, State) = (by.AccountId, now, ShowcaseState.Submitted);
        Touch(now);
    }

    public void Approve(Guid reviewer, DateTimeOffset now)
    {
        RequireReview(reviewer);
        (State, DecidedBy, ReturnReason) = (ShowcaseState.Approved, reviewer, null);
        Touch(now);
    }

    public void Return(string reason, Guid reviewer, DateTimeOffset now)
    {
        RequireReview(reviewer);
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Length <= ReasonMaxLength, "请写明为什么退回，不超过 {0} 字。", ReasonMaxLength);
        (State, DecidedBy, ReturnReason) = (ShowcaseState.Returned, reviewer, reason.Trim());
        Touch(now);
    }

    public void Release(string number, DateTimeOffset now)
    {
        Rule.Require(State is ShowcaseState.Approved, "只有审核通过的示范案例可以发布。");
        (State, Number, ReleasedAt) = (ShowcaseState.Released, number, now);
        Touch(now);
    }

    private void RequireReview(Guid reviewer)
    {
        Rule.Require(State is ShowcaseState.Submitted, "没有等待审核的案例：可能已经有决定了。");
        Rule.Require(reviewer != WrittenBy && reviewer != AgreedBy, "自己写的或者同意的不能自己审核，请由其他审核人员决定。");
    }

    private static void RequireSide(Actor by) =>
        Rule.Require(by is { Side: PairingSide.Publisher or PairingSide.Company, AccountId: not null }, "示范案例由需求方或者能力方来写。");

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Revision++;
    }
}
