using System.Globalization;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Domain.Opportunities;

/// <summary>What one scenario needs (场景机会): the item on the opportunity list.</summary>
public sealed class Opportunity
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 8000;
    public const int TechnologyMaxLength = 100;
    public const int NoteMaxLength = 2000;
    public const int ShortNoteMaxLength = 200;
    public const int ExternalIdMaxLength = 100;
    public const int NumberMaxLength = 40;
    public const int EndingNoteMaxLength = 500;

    private readonly List<Addendum> _addenda = [];

    public Opportunity(Guid scenarioId, Guid? publisherId, Need need, DateTimeOffset now, string? externalId = null)
    {
        Check(need);
        ScenarioId = scenarioId;
        PublisherId = publisherId;
        ExternalId = externalId;
        CreatedAt = UpdatedAt = now;
        Take(need);
    }

    private Opportunity()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ScenarioId { get; private init; }

    /// <summary>Who published it; null when the list it came from does not say.</summary>
    public Guid? PublisherId { get; private init; }

    /// <summary>The key under which the publisher's own list or system knows it.</summary>
    public string? ExternalId { get; private init; }

    /// <summary>The showcase that it is to repeat; null is none.</summary>
    public Guid? ShowcaseId { get; private set; }

    /// <summary>Who else wants it.</summary>
    public Guid? DemandId { get; private set; }

    /// <summary>The official number, such as 2026-01-需-017, given on release.</summary>
    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string? FieldCode { get; private set; }

    public string? FieldText { get; private set; }

    public string? Subfield { get; private set; }

    public IReadOnlyList<string> Technologies { get; private set; } = [];

    public string? Cooperation { get; private set; }

    public string? Investment { get; private set; }

    /// <summary>Lower end of the budget in 万元; null is not stated.</summary>
    public decimal? BudgetMinimum { get; private set; }

    /// <summary>Upper end of the budget in 万元; null is not stated.</summary>
    public decimal? BudgetMaximum { get; private set; }

    public string? BudgetNote { get; private set; }

    /// <summary>Open until the end of this day, Asia/Shanghai; null is not stated.</summary>
    public DateOnly? Deadline { get; private set; }

    public string? DeadlineNote { get; private set; }

    public string? AcceptanceCriteria { get; private set; }

    public IReadOnlyList<Condition> Conditions { get; private set; } = [];

    /// <summary>Contact person and telephone: shown masked unless that person agreed.</summary>
    public string? Contact { get; private set; }

    public OpportunityStatus Status { get; private set; }

    public OpportunityEnding? Ending { get; private set; }

    /// <summary>Why it was closed, in a sentence that everyone may read.</summary>
    public string? EndingNote { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Counts the changes made so far: editors prove with it what they saw, matches record with it what they judged.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<Addendum> Addenda => _addenda;

    public Budget? Budget => (BudgetMinimum, BudgetMaximum) is (null, null) ? null : new Budget(BudgetMinimum, BudgetMaximum);

    /// <summary>The last second in which it is open; null when no day is stated.</summary>
    public DateTimeOffset? ClosesAt => Deadline is { } day ? DeadlineDays.EndOf(day) : null;

    public Need Need => new()
    {
        Title = Title,
        Description = Description,
        FieldCode = FieldCode,
        FieldText = FieldText,
        Subfield = Subfield,
        Technologies = Technologies,
        Cooperation = Cooperation,
        Investment = Investment,
        Budget = Budget,
        BudgetNote = BudgetNote,
        Deadline = Deadline,
        DeadlineNote = DeadlineNote,
        AcceptanceCriteria = AcceptanceCriteria,
        Conditions = Conditions,
        Contact = Contact
    };

    /// <summary>
    /// States the need anew. What is released is never edited silently: the change becomes a numbered addendum.
    /// Says whether anything changed.
    /// </summary>
    public bool Describe(Need need, DateTimeOffset now) => Describe(need, null, now);

    /// <summary>Corrects what is released: the addendum says what stood there, what stands there now, and why.</summary>
    public void Correct(Need need, Correction correction, DateTimeOffset now)
    {
        RequireOpen(now);
        correction.RequireWhy();
        Rule.Require(need.Deadline == Deadline, "截止日期请用“延长截止日期”来改。");
        Rule.Require(Describe(need, correction, now), "和现在公开的一样，没有要更正的。");
    }

    /// <summary>Corrects where the released need is and how large: parts of its scenario, which is described anew in the same breath.</summary>
    public void CorrectSetting(IReadOnlyList<string> parts, Correction correction, DateTimeOffset now)
    {
        RequireOpen(now);
        correction.RequireWhy();
        Rule.Require(parts.Count > 0, "和现在公开的一样，没有要更正的。");
        _addenda.Add(new Addendum(_addenda.Count + 1, now, parts, correction));
        Touch(now);
    }

    /// <summary>Keeps it open until the end of a later day. Never shortens: companies rely on the day that was announced.</summary>
    public void Extend(DateOnly deadline, string? why, DateTimeOffset now)
    {
        RequireOpen(now);
        Rule.Require(why is not { Length: > Correction.WhyMaxLength }, "说明不超过 {0} 字。", Correction.WhyMaxLength);
        Rule.Require(DeadlineDays.EndOf(deadline) > now, "新的截止日期已经过去，请选今天或以后的一天。");
        Rule.Require(!(deadline <= Deadline), "新的截止日期应晚于现在的截止日期，只能延长，不能提前。");
        var before = Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? DeadlineNote;
        Describe(Need with { Deadline = deadline, DeadlineNote = null }, new Correction { Before = before, After = deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Why = why }, now);
    }

    private bool Describe(Need need, Correction? correction, DateTimeOffset now)
    {
        Rule.Require(Status is not OpportunityStatus.Closed, "“{0}”已经关闭，不能再修改。", Title);
        Check(need);

        var parts = need.DifferencesFrom(Need);
        if (parts.Count == 0)
        {
            return false;
        }

        if (Status is OpportunityStatus.Released)
        {
            _addenda.Add(new Addendum(_addenda.Count + 1, now, parts, correction));
        }

        Take(need);
        Touch(now);
        return true;
    }

    /// <summary>It asks for what was shown to work elsewhere.</summary>
    /// <param name="showcaseId">What was shown.</param>
    /// <param name="demandId">The joint demand of those who want it.</param>
    /// <param name="leadId">Who leads that demand.</param>
    public void Follow(Guid showcaseId, Guid demandId, Guid leadId)
    {
        Rule.Require(Status is OpportunityStatus.Draft or OpportunityStatus.Returned && (DemandId ?? demandId) == demandId, "已经提交的需求不能再改为沿用案例。");
        Rule.Require(PublisherId == leadId, "联合需求由牵头单位发布。");
        (ShowcaseId, DemandId) = (showcaseId, demandId);
    }

    /// <summary>The scenario around the need was described anew: what was judged by it is out of date.</summary>
    public void ScenarioChanged(DateTimeOffset now) => Touch(now);

    public void Submit(DateTimeOffset now)
    {
        Rule.Require(Status is OpportunityStatus.Draft or OpportunityStatus.Returned, "只有草稿或被退回的机会可以提交。");
        Status = OpportunityStatus.Submitted;
        Touch(now);
    }

    public void Approve(DateTimeOffset now)
    {
        Rule.Require(Status is OpportunityStatus.Submitted, "只有已提交的机会可以审核通过。");
        Status = OpportunityStatus.Approved;
        Touch(now);
    }

    /// <summary>It came back from review and is written again.</summary>
    public void Return(DateTimeOffset now)
    {
        Rule.Require(Status is OpportunityStatus.Submitted, "只有已提交的机会可以退回。");
        Status = OpportunityStatus.Returned;
        Touch(now);
    }

    /// <summary>Gives it the usual time when its publisher said nothing of a deadline; what was said stays.</summary>
    public void StayOpenUntil(DateOnly day, DateTimeOffset now)
    {
        Rule.Require(Status is OpportunityStatus.Approved, "只有审核通过的机会可以发布。");
        if (Deadline is null && DeadlineNote is null)
        {
            Deadline = day;
            Touch(now);
        }
    }

    public void Release(string number, DateTimeOffset now)
    {
        Rule.Require(Status is OpportunityStatus.Approved, "只有审核通过的机会可以发布。");
        Number = number;
        ReleasedAt = now;
        Status = OpportunityStatus.Released;
        Touch(now);
    }

    /// <summary>Ends it with a reason. Companies that prepared an answer are owed a sentence when none was suitable, or it is cancelled.</summary>
    public void Close(OpportunityEnding ending, DateTimeOffset now, string? note = null)
    {
        RequireOpen(now);
        Rule.Require(ending is not OpportunityEnding.Expired, "到期由平台自动关闭，请选别的原因。");
        Rule.Require(!NeedsNote(ending) || !string.IsNullOrEmpty(note), "请用一句话写明原因，关注的企业都会看到。");
        Rule.Require(note is not { Length: > EndingNoteMaxLength }, "原因不超过 {0} 字。", EndingNoteMaxLength);
        End(ending, now, note, now);
    }

    /// <summary>Its last second has passed.</summary>
    public void Expire(DateTimeOffset now)
    {
        RequireReleased();
        Rule.Require(HasExpired(now), "还没有到截止时间。");
        End(OpportunityEnding.Expired, ClosesAt!.Value.ToUniversalTime(), null, now);
    }

    /// <summary>Its time is over, whether or not that has been noted yet.</summary>
    public bool HasExpired(DateTimeOffset now) => Status is OpportunityStatus.Released && ClosesAt < now;

    public bool IsOpen(DateTimeOffset now) => Status is OpportunityStatus.Released && !HasExpired(now);

    public static bool NeedsNote(OpportunityEnding ending) => ending is OpportunityEnding.NoSuitableSupplier or OpportunityEnding.Cancelled;

    private void End(OpportunityEnding ending, DateTimeOffset at, string? note, DateTimeOffset now)
    {
        (Status, Ending, EndingNote, ClosedAt) = (OpportunityStatus.Closed, ending, note, at);
        Touch(now);
    }

    private void RequireReleased()
    {
        Rule.Require(Status is not OpportunityStatus.Closed, "“{0}”已经关闭，不能再改动。", Title);
        Rule.Require(Status is OpportunityStatus.Released, "“{0}”还没有公开发布。", Title);
    }

    private void RequireOpen(DateTimeOffset now)
    {
        RequireReleased();
        Rule.Require(!HasExpired(now), "“{0}”已过截止时间，自动关闭了，不能再改动。", Title);
    }

    private static void Check(Need need)
    {
        Rule.Require(need.Title.Length is > 0 and <= TitleMaxLength, "请填写场景机会名称，不超过 {0} 字。", TitleMaxLength);
        Rule.Require(need.Description.Length is > 0 and <= DescriptionMaxLength, "请填写需求说明，不超过 {0} 字。", DescriptionMaxLength);
        Rule.Require(need.Technologies.All(t => t.Length is > 0 and <= TechnologyMaxLength), "每项技术要求不超过 {0} 字。", TechnologyMaxLength);
        Rule.Require(need.Conditions.All(c => c.Text.Length is > 0 and <= Condition.TextMaxLength), "每项条件不超过 {0} 字。", Condition.TextMaxLength);
        Rule.Require(new[] { need.Cooperation, need.AcceptanceCriteria }.All(t => t is not { Length: > NoteMaxLength }),
            "合作方向和验收标准各不超过 {0} 字。", NoteMaxLength);
        Rule.Require(new[] { need.FieldText, need.Subfield, need.Investment, need.BudgetNote, need.DeadlineNote, need.Contact }.All(t => t is not { Length: > ShortNoteMaxLength }),
            "领域、投资方式、预算、期限和联系方式各不超过 {0} 字。", ShortNoteMaxLength);
    }

    private void Take(Need need)
    {
        (Title, Description) = (need.Title, need.Description);
        (FieldCode, FieldText, Subfield) = (need.FieldCode, need.FieldText, need.Subfield);
        Technologies = [.. need.Technologies];
        (Cooperation, Investment) = (need.Cooperation, need.Investment);
        (BudgetMinimum, BudgetMaximum, BudgetNote) = (need.Budget?.Minimum, need.Budget?.Maximum, need.BudgetNote);
        (Deadline, DeadlineNote) = (need.Deadline, need.DeadlineNote);
        AcceptanceCriteria = need.AcceptanceCriteria;
        Conditions = [.. need.Conditions];
        Contact = need.Contact;
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Revision++;
    }
}
