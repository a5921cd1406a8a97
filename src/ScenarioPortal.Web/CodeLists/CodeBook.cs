using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Thesauri;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.CodeLists;

/// <summary>All code lists in memory: what codes are called, and which code a text means.</summary>
internal sealed class CodeBook
{
    private readonly FrozenDictionary<string, Region> _regions;
    private readonly FrozenDictionary<string, string[]> _regionCodesByName;
    private readonly FrozenDictionary<string, Field> _fields;
    private readonly FrozenDictionary<string, Field> _fieldsByName;
    private readonly FrozenDictionary<(string List, string Code), CodeListEntry> _entries;

    public CodeBook(IEnumerable<Region> regions, IEnumerable<Field> fields, IEnumerable<CodeListEntry> entries)
    {
        _regions = regions.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        _regionCodesByName = (from region in _regions.Values
                              from name in NamesOf(region)
                              group region.Code by name)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _fields = fields.ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);
        _fieldsByName = (from field in _fields.Values
                         from name in (IEnumerable<string>)[field.Name, .. field.Aliases]
                         select (name: Plain(name), field))
            .DistinctBy(f => f.name).ToFrozenDictionary(f => f.name, f => f.field, StringComparer.Ordinal);
        _entries = entries.ToFrozenDictionary(e => (e.List, e.Code));
    }

    /// <summary>The pairs of the thesaurus that are in use.</summary>
    public Thesaurus Thesaurus { get; private init; } = Thesaurus.Empty;

    public IEnumerable<Field> Fields => _fields.Values.OrderBy(f => f.Position);

    public static async Task<CodeBook> ReadAsync(PortalDbContext db, CancellationToken cancellation) => new(
        await db.Regions.AsNoTracking().ToListAsync(cancellation),
        await db.Fields.AsNoTracking().ToListAsync(cancellation),
        await db.CodeListEntries.AsNoTracking().Where(e => !e.Removed).ToListAsync(cancellation))
    {
        Thesaurus = new Thesaurus(await db.ThesaurusEntries.Where(e => e.State == ThesaurusState.Active).OrderBy(e => e.Id)
            .Select(e => new WordPair(e.Relation, e.Word, e.LeadsTo, e.FieldCode)).ToListAsync(cancellation))
    };

    /// <summary>The city of a region with its districts; without a region, all provinces and cities.</summary>
    public IEnumerable<Region> RegionsAround(string? code)
    {
        var city = Region(code) is { Level: RegionLevel.District } district ? district.ParentCode : code;
        return _regions.Values.Where(r => city is null ? r.Level is not RegionLevel.District : r.Code == city || r.ParentCode == city).OrderBy(r => r.Code, StringComparer.Ordinal);
    }

    public Field? Field(string? code) => code is null ? null : _fields.GetValueOrDefault(code);

    public Region? Region(string? code) => code is null ? null : _regions.GetValueOrDefault(code);

    public CodeListEntry? Entry(string list, string code) => _entries.GetValueOrDefault((list, code));

    public IEnumerable<CodeListEntry> EntriesOf(string list) => _entries.Values.Where(e => e.List == list).OrderBy(e => e.Code, StringComparer.Ordinal);

    /// <summary>The field that a text means, by name or alias; null when it means none.</summary>
    public Field? FieldMeantBy(string? text) => text is null ? null : _fieldsByName.GetValueOrDefault(Plain(text));

    /// <summary>The name with that of the city above it: 示范市云桥区; for a city or province just its own.</summary>
    public string RegionName(string code)
    {
        var region = _regions.GetValueOrDefault(code);
        return region is null ? code
            : region.Level is RegionLevel.District && Region(region.ParentCode)?.Name is { } above && above.EndsWith('市') ? above + region.Name
            : region.Name;
    }

    /// <summary>
    /// The region that a text means: a six-digit code, a name (龙岗区, 深圳市龙岗区, 广东省深圳市龙岗区), or the first name in a longer text.
    /// A district name that several cities share means none, unless its city stands before it or is the one given as near;
    /// a short form counts only alone or before a district (深圳龙岗区), for 中山公园 is not in 中山.
    /// </summary>
    public Region? RegionMeantBy(string? text, string? near = null)
    {
        var plain = Plain(text ?? "");
        if (plain.Length == 0)
        {
            return null;
        }

        if (_regions.TryGetValue(plain, out var byCode))
        {
            return byCode;
        }

        Region? found = null;
        var (start, sure) = (0, true);
        while (start < plain.Length)
        {
            var (code, length) = LongestNameAt(plain, start, found?.Code ?? near);
            if (code is not null)
            {
                found = _regions[code];
                sure = found.Name.Length == length || length == plain.Length;
            }
            else if (found is not null)
            {
                break;
            }

            start += Math.Max(1, length);
        }

        return sure ? found : null;
    }

    private (string? Code, int Length) LongestNameAt(string text, int start, string? within)
    {
        for (var length = Math.Min(Domain.CodeLists.Region.NameMaxLength, text.Length - start); length >= 2; length--)
        {
            if (_regionCodesByName.TryGetValue(text.Substring(start, length), out var codes)
                && (codes.Where(c => IsWithin(c, within)).ToArray() is [var only] ? only : codes is [var single] ? single : null) is { } code)
            {
                return (code, length);
            }
        }

        return (null, 0);
    }

    private bool IsWithin(string code, string? within)
    {
        for (var current = _regions.GetValueOrDefault(code); within is not null && current is not null; current = _regions.GetValueOrDefault(current.ParentCode ?? ""))
        {
            if (current.Code == within || (current.ParentCode is not null && current.ParentCode == within))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name, and for a city or province also its short form: 深圳市 is also 深圳.</summary>
    private static IEnumerable<string> NamesOf(Region region)
    {
        yield return region.Name;
        if (region.Level is not RegionLevel.District && region.Name.Length > 2 && region.Name[^1] is '市' or '省')
        {
            yield return region.Name[..^1];
        }
    }

    private static string Plain(string text) =>
        string.Concat(PlainText.Of(text).Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpper(CultureInfo.InvariantCulture);
}
