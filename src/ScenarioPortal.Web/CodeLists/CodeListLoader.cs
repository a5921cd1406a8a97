using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.CodeLists;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Thesauri;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.CodeLists;

/// <summary>Brings the code lists in the database up to the versions that ship under <c>data/</c>; what a person corrected stays.</summary>
internal sealed class CodeListLoader(PortalDbContext db, TimeProvider time, PortalPaths paths)
{
    private const string Regions = "regions";
    private const string Fields = "fields";
    private const string ThesaurusList = "thesaurus";
    private static readonly string[] Labels = ["trl", "scales", "spheres", WordHits.List];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var held = await db.CodeListVersions.ToDictionaryAsync(v => v.List, cancellation);
        await LoadAsync(Regions, paths.Data("regions.csv"), held, LoadRegionsAsync, cancellation);
        await LoadAsync(Fields, paths.Data("fields.csv"), held, LoadFieldsAsync, cancellation);
        foreach (var list in Labels)
        {
            await LoadAsync(list, paths.Data($"{list}.csv"), held, (file, token) => LoadLabelsAsync(list, file, token), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await LoadAsync(ThesaurusList, paths.Data("thesaurus.csv"), held, LoadThesaurusAsync, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Adds the regions of the fictional city, which no real list has.</summary>
    public async Task LoadDemoRegionsAsync(CancellationToken cancellation)
    {
        var held = await db.CodeListVersions.ToDictionaryAsync(v => v.List, cancellation);
        await LoadAsync("demo-regions", paths.Data("demo/regions.csv"), held, LoadRegionsAsync, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LoadAsync(
        string list, string path, Dictionary<string, CodeListVersion> held, Func<CodeListFile, CancellationToken, Task> load, CancellationToken cancellation)
    {
        var file = await CodeListFile.ReadAsync(path, cancellation);
        if (held.TryGetValue(list, out var version) && version.Version == file.Version)
        {
            return;
        }

        await load(file, cancellation);
        if (version is null)
        {
            db.Add(new CodeListVersion(list, file.Version, time.GetUtcNow()));
        }
        else
        {
            version.MoveTo(file.Version, time.GetUtcNow());
        }
    }

    private async Task LoadRegionsAsync(CodeListFile file, CancellationToken cancellation)
    {
        var known = await db.Regions.ToDictionaryAsync(r => r.Code, cancellation);
        foreach (var row in file.Rows.OrderBy(r => Region.LevelOf(r["code"])))
        {
            if (known.TryGetValue(row["code"], out var region))
            {
                region.Follow(row["name"]);
            }
            else
            {
                db.Add(new Region(row["code"], row["name"], row["parent"] is { Length: > 0 } parent ? parent : null));
            }
        }
    }

    private async Task LoadFieldsAsync(CodeListFile file, CancellationToken cancellation)
    {
        var known = await db.Fields.ToDictionaryAsync(f => f.Code, cancellation);
        foreach (var (index, row) in file.Rows.Index())
        {
            var aliases = row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var newer = new Field(row["code"], row["name"], row["name_english"], row["area"], row["area_english"], index + 1, aliases);
            if (known.TryGetValue(newer.Code, out var field))
            {
                field.Follow(newer);
            }
            else
            {
                db.Add(newer);
            }
        }
    }

    /// <summary>Adds what nobody has seen yet: of what was changed, switched off or refused, a newer file brings nothing back.</summary>
    private async Task LoadThesaurusAsync(CodeListFile file, CancellationToken cancellation)
    {
        using var text = new StreamReader(paths.Data("thesaurus.csv"));
        var now = time.GetUtcNow();
        ThesaurusEntry[] shipped = [.. Thesaurus.Load(text).Pairs.Select(p => ThesaurusEntry.Shipped(p.Relation, p.From, p.To, p.Field, now))];
        if (await ThesaurusStore.AddUnknownAsync(db, shipped, cancellation) > 0)
        {
            db.Add(new OutboxMessage(OutboxKind.WordsChanged, Guid.Empty));
        }
    }

    private async Task LoadLabelsAsync(string list, CodeListFile file, CancellationToken cancellation)
    {
        var known = await db.CodeListEntries.Where(e => e.List == list).ToDictionaryAsync(e => e.Code, cancellation);
        foreach (var row in file.Rows)
        {
            var newer = new CodeListEntry(list, row["code"], row["name"], row["name_english"], row["help"], row["help_english"]);
            if (known.TryGetValue(newer.Code, out var entry))
            {
                entry.Follow(newer);
            }
            else
            {
                db.Add(newer);
            }
        }
    }
}
