namespace ScenarioPortal.Domain.CodeLists;

/// <summary>
/// Two words that lead to one another (词条): a trouble and what helps, a product and its technology, a word and its abbreviation.
/// The words of a pair never change: who wants others switches it off and adds another, so that no later file brings the old one back.
/// </summary>
public sealed class ThesaurusEntry
{
    public const int WordMinLength = 2;
    public const int WordMaxLength = 14;

    public ThesaurusEntry(WordRelation relation, string word, string leadsTo, string? fieldCode, Guid by, DateTimeOffset now)
        : this(relation, word, leadsTo, fieldCode) => (State, Origin, ChangedBy, ChangedAt) = (ThesaurusState.Active, ThesaurusOrigin.Editor, by, now);

    private ThesaurusEntry(WordRelation relation, string word, string leadsTo, string? fieldCode)
    {
        Rule.Require(IsWord(word) && IsWord(leadsTo), "请填写词语，{0} 到 {1} 字。", WordMinLength, WordMaxLength);
        Rule.Require(!string.Equals(word, leadsTo, StringComparison.OrdinalIgnoreCase), "两个词不能相同。");
        (Relation, Word, LeadsTo, FieldCode) = (relation, word, leadsTo, fieldCode);
    }

    private ThesaurusEntry()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public WordRelation Relation { get; private set; }

    public string Word { get; private init; } = "";

    public string LeadsTo { get; private init; } = "";

    /// <summary>The field in which it is meant; null in any.</summary>
    public string? FieldCode { get; private set; }

    public ThesaurusState State { get; private set; }

    public ThesaurusOrigin Origin { get; private init; }

    /// <summary>In how many texts the two were found together; 0 for what nobody counted.</summary>
    public int Evidence { get; private init; }

    /// <summary>Who changed it last; null when no person has.</summary>
    public Guid? ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>A pair of the file that comes with the portal.</summary>
    public static ThesaurusEntry Shipped(WordRelation relation, string word, string leadsTo, string? fieldCode, DateTimeOffset now) =>
        new(relation, word, leadsTo, fieldCode) { State = ThesaurusState.Active, Origin = ThesaurusOrigin.Shipped, ChangedAt = now };

    /// <summary>A pair that was found in the lists, for an editor to judge.</summary>
    public static ThesaurusEntry Suggested(WordRelation relation, string word, string leadsTo, string? fieldCode, ThesaurusOrigin origin, int evidence, DateTimeOffset now) =>
        new(relation, word, leadsTo, fieldCode) { State = ThesaurusState.Suggested, Origin = origin, Evidence = evidence, ChangedAt = now };

    public void Change(WordRelation relation, string? fieldCode, Guid by, DateTimeOffset now)
    {
        (Relation, FieldCode) = (relation, fieldCode);
        Note(by, now);
    }

    public void Accept(Guid by, DateTimeOffset now)
    {
        Rule.Require(State is ThesaurusState.Suggested, "这一条已经有人处理过了。");
        State = ThesaurusState.Active;
        Note(by, now);
    }

    public void Refuse(Guid by, DateTimeOffset now)
    {
        Rule.Require(State is ThesaurusState.Suggested, "这一条已经有人处理过了。");
        State = ThesaurusState.Refused;
        Note(by, now);
    }

    public void SwitchOff(Guid by, DateTimeOffset now)
    {
        Rule.Require(State is ThesaurusState.Active, "这一条本来就没有在用。");
        State = ThesaurusState.Refused;
        Note(by, now);
    }

    public void SwitchOn(Guid by, DateTimeOffset now)
    {
        Rule.Require(State is ThesaurusState.Refused, "这一条已经在用，或者还等着处理。");
        State = ThesaurusState.Active;
        Note(by, now);
    }

    private static bool IsWord(string word) => word.Length is >= WordMinLength and <= WordMaxLength;

    private void Note(Guid by, DateTimeOffset now)
    {
        (ChangedBy, ChangedAt) = (by, now);
        Revision++;
    }
}
