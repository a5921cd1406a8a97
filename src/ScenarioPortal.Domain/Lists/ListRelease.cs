using System.Security.Cryptography;
using System.Text;

namespace ScenarioPortal.Domain.Lists;

/// <summary>A numbered batch of list items (清单批次), frozen when it is released.</summary>
public sealed class ListRelease
{
    public const int TitleMaxLength = 120;

    /// <summary>Real batches hold 15 to 500 rows; a larger one is no list that people read.</summary>
    public const int Capacity = 1000;

    public const int NoteMaxLength = 2000;

    private readonly List<ReleasedItem> _items = [];
    private readonly NumberPattern _numbers = NumberPattern.Usual;

    public ListRelease(ListKind kind, int year, int batch, string title, NumberPattern? numbers = null, string? coverNote = null)
    {
        title = title.Trim();
        Rule.Require(title.Length is > 0 and <= TitleMaxLength, "请填写批次名称，不超过 {0} 字。", TitleMaxLength);
        Rule.Require(batch > 0, "批次号从 1 开始。");
        Kind = kind;
        Year = year;
        Batch = batch;
        Title = title;
        CoverNote = CheckedNote(coverNote);
        _numbers = numbers ?? NumberPattern.Usual;
    }

    private ListRelease()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public ListKind Kind { get; private init; }

    public int Year { get; private init; }

    /// <summary>The how manieth batch of this kind in its year, from 1.</summary>
    public int Batch { get; private init; }

    public string Title { get; private set; } = "";

    /// <summary>What stands above the rows; null is none.</summary>
    public string? CoverNote { get; private init; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>SHA-256 over all rows as they were released, in lower-case hexadecimal.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Counts the changes made so far: editors prove with it what they saw.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<ReleasedItem> Items => _items;

    /// <summary>Adds a row and gives it its official number, such as 2026-01-需-017.</summary>
    public string Add(Guid subjectId, FrozenItem content)
    {
        Rule.Require(ReleasedAt is null, "这一批次已经发布，内容不能再变。");
        Rule.Require(_items.Count < Capacity, "一个批次最多 {0} 条。", Capacity);
        Rule.Require(!_items.Exists(i => i.SubjectId == subjectId), "“{0}”已在这一批次中。", content.Title);

        var position = _items.Count + 1;
        var number = _numbers.Number(Year, Batch, Kind, position);
        _items.Add(new ReleasedItem(position, number, subjectId, content));
        Revision++;
        return number;
    }

    public void Release(DateTimeOffset now)
    {
        Rule.Require(ReleasedAt is null, "这一批次已经发布。");
        Rule.Require(_items.Count > 0, "至少收入一条后才能发布。");

        ReleasedAt = now;
        ContentHash = HashOf();
        Revision++;
    }

    /// <summary>Whether the rows still say what they said on release.</summary>
    public bool IsIntact() => ReleasedAt is null || ContentHash == HashOf();

    internal static string? CheckedNote(string? note)
    {
        Rule.Require(note is not { Length: > NoteMaxLength }, "编发说明不超过 {0} 字。", NoteMaxLength);
        return string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }

    /// <summary>
    /// Fields are separated by U+001F and rows by U+001E, so that no text can move from one field to another unseen. A cover note comes first.
    /// Certificates follow the fields of their row after U+001B, partner and results after U+001A, files each after U+001C; a row without any is written as it was before there could be any.
    /// </summary>
    private string HashOf()
    {
        var text = new StringBuilder(CoverNote is null ? "" : $"{CoverNote}\u001d");
        foreach (var item in _items.OrderBy(i => i.Position))
        {
            var content = item.Content;
            text.AppendJoin('\u001f', item.Number, item.SubjectId, content.Title, content.Summary, content.Organisation,
                content.Field, content.Region, content.Budget, content.Deadline, content.Trl);
            if (content.Certificates is { } certificates)
            {
                text.Append('\u001b').Append(certificates);
            }

            if ((content.Partner, content.Results) is not (null, null))
            {
                text.Append('\u001a').AppendJoin('\u001f', content.Partner, content.Results);
            }

            foreach (var file in content.Files ?? [])
            {
                text.Append('\u001c').AppendJoin('\u001f', file.Name, file.Hash);
            }

            text.Append('\u001e');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
