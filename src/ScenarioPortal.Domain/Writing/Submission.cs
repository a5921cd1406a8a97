using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Domain.Writing;

/// <summary>One handing-in of an item for review: what it said then, and what the reviewer decided. Nothing of it is changed afterwards.</summary>
public sealed class Submission
{
    private const int RemarksMax = 40;

    public Submission(WorkingCopy copy, Guid subjectId, int number, string? regionCode, Guid submittedBy, DateTimeOffset now, IEnumerable<Attachment>? attachments = null)
    {
        CopyId = copy.Id;
        Kind = copy.Kind;
        SubjectId = subjectId;
        OrganisationId = copy.OrganisationId;
        Number = number;
        RegionCode = regionCode;
        Texts = new Dictionary<string, string>(copy.Texts);
        Files = [.. (attachments ?? []).Select(a => a.AsSubmitted)];
        SubmittedBy = submittedBy;
        SubmittedAt = now;
    }

    private Submission()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CopyId { get; private init; }

    public ListKind Kind { get; private init; }

    public Guid SubjectId { get; private init; }

    public Guid OrganisationId { get; private init; }

    /// <summary>How often the item has been handed in, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Whose reviewers decide; null when neither the item nor its organisation says where it is.</summary>
    public string? RegionCode { get; private init; }

    public IReadOnlyDictionary<string, string> Texts { get; private init; } = new Dictionary<string, string>();

    /// <summary>What was attached then.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; private init; } = [];

    public Guid SubmittedBy { get; private init; }

    public DateTimeOffset SubmittedAt { get; private init; }

    public ReviewVerdict? Verdict { get; private set; }

    /// <summary>What the reviewer found, field by field; empty when approved.</summary>
    public IReadOnlyList<FieldRemark> Remarks { get; private set; } = [];

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    public void Approve(Guid reviewer, DateTimeOffset now) => Decide(ReviewVerdict.Approved, [], reviewer, now);

    public void Return(IReadOnlyList<FieldRemark> remarks, Guid reviewer, DateTimeOffset now)
    {
        Rule.Require(remarks.Count is > 0 and <= RemarksMax && remarks.All(r => r.Text.Length is > 0 and <= FieldRemark.TextMaxLength),
            "退回时请写明原因，每条不超过 {0} 字。", FieldRemark.TextMaxLength);
        Decide(ReviewVerdict.Returned, remarks, reviewer, now);
    }

    private void Decide(ReviewVerdict verdict, IReadOnlyList<FieldRemark> remarks, Guid reviewer, DateTimeOffset now)
    {
        Rule.Require(Verdict is null, "这一次提交已经有决定了。");
        Rule.Require(reviewer != SubmittedBy, "自己提交的不能自己审核，请由其他审核人员决定。");
        (Verdict, Remarks, DecidedBy, DecidedAt) = (verdict, [.. remarks], reviewer, now);
        Revision++;
    }
}
