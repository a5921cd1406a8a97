using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Showcases;

/// <summary>我们也要: units join a showcase, leave it again, and one of them turns what they want into a need.</summary>
internal sealed class ShowcaseJoining(PortalDbContext db, BeginWriting writing, CodeBooks codeBooks, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    public async Task JoinAsync(Showcase showcase, Organisation unit, Wish wish, Person person, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(new ShowcaseJoin(showcase, unit, wish, time.GetUtcNow()));
        Note("showcase.join", showcase, unit.Id, null);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("“{0}”已经加入。", unit.Name);
        }

        await notifier.TellEditorsAsync(db, [ShowcaseNotice.Of(showcase, ShowcaseNotice.Joined, showcase.CompanyId, person.AccountId)], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task LeaveAsync(Showcase showcase, ShowcaseJoin join, CancellationToken cancellation)
    {
        await using var transaction = await OneAtATimeAsync(showcase, cancellation);
        if ((await DemandsAsync(showcase, cancellation)).Any(d => d.Holds(join.OrganisationId)))
        {
            throw new RuleBrokenException("已经写进联合需求，不能再退出。需要退出的，请联系牵头单位。");
        }

        db.Remove(join);
        Note("showcase.leave", showcase, join.OrganisationId, null);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The draft in which the lead writes the need: a new one, or that which is being written already.</summary>
    /// <param name="showcase">What is to be repeated.</param>
    /// <param name="lead">Who writes.</param>
    /// <param name="together">For all who joined and are in no joint demand yet, or for the lead alone.</param>
    /// <param name="person">Who begins.</param>
    /// <param name="cancellation">Ends it before it is done.</param>
    public async Task<Guid> LeadAsync(Showcase showcase, ShowcaseJoin lead, bool together, Person person, CancellationToken cancellation)
    {
        await using var transaction = await OneAtATimeAsync(showcase, cancellation);
        var demands = await DemandsAsync(showcase, cancellation);
        if (demands.Find(d => d.Holds(lead.OrganisationId)) is { } known)
        {
            return await GoOnAsync(showcase, known, lead, person, transaction, cancellation);
        }

        var joins = await db.ShowcaseJoins.Where(j => j.ShowcaseId == showcase.Id).OrderBy(j => j.JoinedAt).ThenBy(j => j.OrganisationId).ToListAsync(cancellation);
        ShowcaseJoin[] members = together ? [.. joins.Where(j => j.OrganisationId != lead.OrganisationId && !demands.Any(d => d.Holds(j.OrganisationId)))] : [];
        var demand = new JointDemand(showcase, lead, members, person.AccountId!.Value, time.GetUtcNow());
        db.Add(demand);
        Note("demand.begin", showcase, lead.OrganisationId, new { demand = demand.Id, members = members.Length });
        var copy = await writing.RunAsync(ListKind.Opportunities, lead.OrganisationId, person, await TextsAsync(showcase, demand, lead, members, cancellation), cancellation);
        await notifier.TellEditorsAsync(db, [.. demand.Members.Select(m => ShowcaseNotice.Of(showcase, ShowcaseNotice.Begun, m, person.AccountId))], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return copy;
    }

    /// <summary>The lead does not write it after all: everybody is free again.</summary>
    public async Task GiveUpAsync(Showcase showcase, JointDemand demand, CancellationToken cancellation)
    {
        if (await db.Opportunities.AnyAsync(o => o.DemandId == demand.Id, cancellation))
        {
            throw HandedIn();
        }

        db.Remove(demand);
        Note("demand.end", showcase, demand.LeadId, new { demand = demand.Id });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException handedIn) when (handedIn.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation })
        {
            throw HandedIn();
        }

        static RuleBrokenException HandedIn() => new RuleBrokenException("需求已经提交，不能再放弃牵头。");
    }

    private Task<List<JointDemand>> DemandsAsync(Showcase showcase, CancellationToken cancellation) =>
        db.JointDemands.VisibleTo(db.Person, db.ShowcaseJoins).Where(d => d.ShowcaseId == showcase.Id).OrderBy(d => d.BegunAt).ThenBy(d => d.Id).ToListAsync(cancellation);

    private async Task<Guid> GoOnAsync(
        Showcase showcase, JointDemand demand, ShowcaseJoin lead, Person person, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellation)
    {
        if (demand.LeadId != lead.OrganisationId)
        {
            throw new RuleBrokenException("已经有单位牵头，本单位列在一起要的单位里，不用再写。");
        }

        var copies = await db.WorkingCopies.Where(c => c.Kind == ListKind.Opportunities && c.OrganisationId == lead.OrganisationId && c.HandedInAt == null).OrderByDescending(c => c.SavedAt).ToListAsync(cancellation);
        if (copies.Find(c => Followed.In(c.Texts) == demand.Id) is { } copy)
        {
            return copy.Id;
        }

        if (await db.Opportunities.AnyAsync(o => o.DemandId == demand.Id, cancellation))
        {
            throw new RuleBrokenException("已经写成需求并提交，不用再写。");
        }

        var members = await db.ShowcaseJoins.Where(j => j.ShowcaseId == showcase.Id && demand.Members.Contains(j.OrganisationId)).OrderBy(j => j.JoinedAt).ToListAsync(cancellation);
        var begun = await writing.RunAsync(ListKind.Opportunities, lead.OrganisationId, person, await TextsAsync(showcase, demand, lead, members, cancellation), cancellation);
        await transaction.CommitAsync(cancellation);
        return begun;
    }

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> OneAtATimeAsync(Showcase showcase, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({showcase.Id.ToString()}, 0))", cancellation);
        return transaction;
    }

    /// <summary>The need as the showcase would have it. What it was shown on, and what others ask for after it, is no needless copy: the answer is there already.</summary>
    private async Task<Dictionary<string, string>> TextsAsync(Showcase showcase, JointDemand demand, ShowcaseJoin lead, IReadOnlyList<ShowcaseJoin> members, CancellationToken cancellation)
    {
        var (codes, content) = (codeBooks.Current, showcase.Content);
        Guid[] units = [lead.OrganisationId, .. demand.Members];
        var known = await db.Showcases.Where(s => s.Id == showcase.Id).Select(s => new
        {
            Technologies = db.Opportunities.Where(o => o.Id == s.OpportunityId).Select(o => o.Technologies).FirstOrDefault(),
            Alike = db.Opportunities.Public().Where(o => o.Id == s.OpportunityId || o.ShowcaseId == s.Id).Select(o => o.Id).ToList()
        }).SingleAsync(cancellation);
        var names = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => new { o.Name, o.RegionCode }, cancellation);
        var region = lead.Wish?.RegionCode ?? names[lead.OrganisationId].RegionCode;
        string?[] lines =
        [
            content.Problem,
            lead.Wish?.Words,
            $"希望沿用示范案例“{showcase.Title}”（{showcase.Number}）的做法：{content.Solution}",
            members.Count == 0 ? Quantity(lead) : $"联合需求：{string.Join('；', ((ShowcaseJoin[])[lead, .. members]).Select(j => $"{names[j.OrganisationId].Name}{(j.Wish?.Quantity is { } quantity ? $"，{quantity}" : "")}"))}。"
        ];
        return new (string Key, string? Text)[]
            {
                (nameof(SheetField.Title), showcase.Proof.Need),
                (nameof(SheetField.Description), string.Join('\n', lines.Where(l => l is not null))),
                (nameof(SheetField.Field), codes.Field(showcase.FieldCode)?.Name),
                (nameof(SheetField.Region), region is null ? null : codes.RegionName(region)),
                (nameof(SheetField.RequiredTech), string.Join('、', known.Technologies ?? [])),
                (nameof(SheetField.AcceptanceCriteria), ShowcaseResults.AsCriteria(showcase)),
                (Followed.KeyOf(demand.Id), showcase.Number)
            }
            .Concat(known.Alike.Select(need => (SimilarAnswer.KeyOf(need), (string?)new SimilarAnswer(SimilarChoice.Borrow).ToText())))
            .Where(t => !string.IsNullOrWhiteSpace(t.Item2)).ToDictionary(t => t.Item1, t => t.Item2!);
    }

    private static string? Quantity(ShowcaseJoin join) => join.Wish?.Quantity is { } quantity ? $"数量：{quantity}。" : null;

    private void Note(string action, Showcase showcase, Guid organisation, object? detail) =>
        audit.Note(db, new Act { Action = action, Organisation = organisation, SubjectKind = nameof(Showcase), Subject = showcase.Id, Detail = detail });
}
