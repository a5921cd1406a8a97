using System.Collections.Frozen;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// Which field each header feeds, as a person decided it for a sheet of this shape. Headers are compared without width,
/// spaces, punctuation and remarks in brackets.
/// </summary>
public sealed class SheetMapping(IReadOnlyDictionary<string, SheetField> fields)
{
    private readonly FrozenDictionary<string, SheetField> _fields = fields
        .GroupBy(entry => HeaderName.Normalise(entry.Key))
        .ToFrozenDictionary(group => group.Key, group => group.Last().Value);

    public static SheetMapping None { get; } = new(new Dictionary<string, SheetField>());

    /// <summary>Whether several columns may feed the field together: 联系人 and 联系电话 are one contact.</summary>
    public static bool MayShare(SheetField field) => field is SheetField.Other or SheetField.Ignored || TableHeader.MayShare(field);

    internal bool TryGet(HeaderName header, out SheetField field) => _fields.TryGetValue(header.Normal, out field);
}
