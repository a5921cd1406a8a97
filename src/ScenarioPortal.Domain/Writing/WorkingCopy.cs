using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Domain.Writing;

/// <summary>
/// What somebody is writing for one of the lists (工作稿): the texts as they were typed, right or not, so that nothing typed is ever refused
/// or lost. Handing it in is what makes or changes the item.
/// </summary>
public sealed class WorkingCopy
{
    /// <summary>More than any field takes: too long is said when it is handed in, and cut nowhere.</summary>
    public const int TextMaxLength = 20_000;

    public const int FieldNameMaxLength = 40;

    /// <param name="kind">For which list.</param>
    /// <param name="organisationId">For whom.</param>
    /// <param name="author">Who begins.</param>
    /// <param name="now">When.</param>
    /// <param name="texts">What it begins with.</param>
    /// <param name="subjectId">The draft that is there already and is written on; null makes a new item.</param>
    public WorkingCopy(ListKind kind, Guid organisationId, Guid author, DateTimeOffset now, IReadOnlyDictionary<string, string>? texts = null, Guid? subjectId = null)
    {
        SubjectId = subjectId;
        Kind = kind;
        OrganisationId = organisationId;
        AuthorId = author;
        CreatedAt = SavedAt = now;
        Texts = texts ?? new Dictionary<string, string>();
    }

    private WorkingCopy()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public ListKind Kind { get; private init; }

    public Guid OrganisationId { get; private init; }

    /// <summary>The account that wrote last.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The item that it became when it was handed in, or the draft that it goes on with; null before.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Text by field; what is empty is not there.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it was handed in; null while it is being written, for the first time or after it was returned.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Takes over these fields and leaves the others. Says whether anything changed.</summary>
    public bool Write(IReadOnlyDictionary<string, string> texts, Guid author, DateTimeOffset now)
    {
        RequireOpen();
        Rule.Require(texts.All(t => t.Key.Length is > 0 and <= FieldNameMaxLength && t.Value.Length <= TextMaxLength), "每一处最多 {0} 字。", TextMaxLength);
        var written = new Dictionary<string, string>(Texts);
        foreach (var (field, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                written.Remove(field);
            }
            else
            {
                written[field] = text;
            }
        }

        if (written.Count == Texts.Count && written.All(w => Texts.TryGetValue(w.Key, out var before) && before == w.Value))
        {
            return false;
        }

        (Texts, AuthorId, SavedAt) = (written, author, now);
        Revision++;
        return true;
    }

    /// <summary>What is attached to it changed.</summary>
    public void ChangeAttachments(Guid author, DateTimeOffset now)
    {
        RequireOpen();
        (AuthorId, SavedAt) = (author, now);
        Revision++;
    }

    public void HandIn(Guid subjectId, DateTimeOffset now)
    {
        Rule.Require(HandedInAt is null, "已经提交，正在等待审核，不用再提交。");
        (SubjectId, HandedInAt) = (subjectId, now);
        Revision++;
    }

    /// <summary>It came back from review and is written again.</summary>
    public void Reopen()
    {
        Rule.Require(HandedInAt is not null, "只有已提交的可以退回修改。");
        HandedInAt = null;
        Revision++;
    }

    private void RequireOpen() => Rule.Require(HandedInAt is null, "已经提交，正在等待审核，现在不能修改。");
}
