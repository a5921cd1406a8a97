using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Puts one's own records into words, for the page and for the tables of the file.</summary>
internal sealed class OwnTables(DataInventory inventory, CodeBooks codes, IStringLocalizer<Texts> L)
{
    public async Task<IReadOnlyList<OwnTable>> OfAsync(PortalDbContext db, IReadOnlyList<OwnRecord> records, CancellationToken cancellation)
    {
        var lines = (await inventory.ReadAsync()).ToLookup(l => l.Entity);
        var mentioned = records.SelectMany(r => r.Values.Values).OfType<Guid>().Distinct().ToArray();
        var organisations = await db.Organisations.Where(o => mentioned.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var words = new OwnWords(organisations, codes.Current, L);
        return [.. records.GroupBy(r => r.Kind).Select(kind => TableOf(kind.Key, [.. kind], [.. lines[kind.Key]], words))];
    }

    private OwnTable TableOf(string kind, OwnRecord[] records, DataLine[] lines, OwnWords words)
    {
        OwnColumn[] columns =
        [
            .. from line in lines
               where records[0].Values.ContainsKey(line.Property)
               select new OwnColumn(line.Property, line.LabelToRead.Length > 0 ? line.LabelToRead : null)
        ];
        return new OwnTable
        {
            Kind = kind,
            Title = L.KindOfRecord(kind),
            Reasons = [.. lines.Where(l => l.Label.Length > 0).Select(l => (l.WhyToRead, l.KeptToRead)).Distinct()],
            Columns = columns,
            Rows = [.. records.Select(r => columns.Select(c => words.Of(c.Property, r.Values[c.Property])).ToArray())]
        };
    }
}
