using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Showcases;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Demonstration;

internal sealed record WriteShowcase : StoryAct
{
    public required ShowcaseContent Content { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<ShowcaseDesk>().WriteAsync(await scene.PairingAsync(cancellation), null, 0, Content, By, scene.Person, cancellation);
}

internal sealed record AgreeShowcase : StoryAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var showcase = await scene.ShowcaseAsync(cancellation);
        await scene.Get<ShowcaseDesk>().AgreeAsync(showcase, showcase.Revision, By, scene.Person, cancellation);
    }
}

/// <summary>What somebody does whom the portal gave a role.</summary>
internal abstract record StaffAct : StoryAct
{
    public virtual StaffRole Role => StaffRole.Reviewer;
}

internal sealed record ApproveShowcase : StaffAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var showcase = await scene.ShowcaseAsync(cancellation);
        await scene.Get<ShowcaseDesk>().ApproveAsync(showcase, showcase.Revision, scene.Person, cancellation);
    }
}

/// <summary>Releases every showcase that was approved, as one batch.</summary>
internal sealed record ReleaseShowcases : StaffAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var approved = await scene.Db.Showcases.Where(s => s.State == ShowcaseState.Approved).OrderBy(s => s.UpdatedAt).Select(s => s.Id).ToArrayAsync(cancellation);
        await scene.ReleaseAsync(ListKind.Showcases, approved, cancellation);
    }
}

/// <summary>What a unit does that no list names.</summary>
internal abstract record UnitAct : StoryAct
{
    public required string Unit { get; init; }
}

/// <summary>The unit is there from now on, and verified.</summary>
internal sealed record Register : StoryAct
{
    public required string Unit { get; init; }

    /// <summary>Fictional, and checks out.</summary>
    public required string CreditCode { get; init; }

    public required string RegionCode { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var unit = new Organisation(Unit, OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = RegionCode });
        unit.Identify(new UnifiedSocialCreditCode(CreditCode));
        unit.Submit(scene.Now);
        unit.Verify();
        await using var db = await scene.Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
        db.Add(unit);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>我们也要.</summary>
internal sealed record Join : UnitAct
{
    public required string Words { get; init; }

    public string? Quantity { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var unit = await scene.Db.Organisations.SingleAsync(o => o.Name == Unit, cancellation);
        var wish = new Wish(Words, Quantity, unit.RegionCode, null, scene.Person.AccountId!.Value);
        await scene.Get<ShowcaseJoining>().JoinAsync(await scene.ShowcaseAsync(cancellation), unit, wish, scene.Person, cancellation);
    }
}

/// <summary>Writes what those who joined want as a need and hands it in. From then on a story of its own tells what becomes of it.</summary>
internal sealed record Lead : UnitAct
{
    public required bool Together { get; init; }

    /// <summary>What stories call the need.</summary>
    public required string As { get; init; }

    /// <summary>What the unit changes in the draft that it was given.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var (showcase, person) = (await scene.ShowcaseAsync(cancellation), scene.Person);
        var join = await scene.Db.ShowcaseJoins.SingleAsync(j => j.ShowcaseId == showcase.Id && scene.Db.Organisations.Any(o => o.Id == j.OrganisationId && o.Name == Unit), cancellation);
        var draft = await scene.Get<ShowcaseJoining>().LeadAsync(showcase, join, Together, person, cancellation);
        var copy = await scene.Db.WorkingCopies.SingleAsync(c => c.Id == draft, cancellation);
        copy.Write(Texts, person.AccountId!.Value, scene.Now);
        if (await scene.Get<HandIn>().RunAsync(copy, person, cancellation) is { Count: > 0 } faults)
        {
            throw new InvalidOperationException(string.Join('\n', faults.Select(f => $"{f.Field}: {f.Reason.Template}")));
        }

        await scene.Db.SaveChangesAsync(cancellation);
        scene.Begun = (copy.SubjectId!.Value, join.OrganisationId);
    }
}

internal sealed record ApproveNeed : StaffAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var need = await scene.NeedAsync(cancellation);
        var submission = await scene.Db.Submissions.SingleAsync(s => s.SubjectId == need.Id && s.Verdict == null, cancellation);
        await scene.Get<ReviewDesk>().ApproveAsync(submission, scene.Person.AccountId!.Value, cancellation);
    }
}

internal sealed record ReleaseNeed : StaffAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.ReleaseAsync(ListKind.Opportunities, [(await scene.NeedAsync(cancellation)).Id], cancellation);
}
