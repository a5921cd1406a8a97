using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Web.Credit;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>Says that the points which this pairing cost are wrong.</summary>
internal sealed record Appeal : StoryAct
{
    public required string Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var pairing = await scene.PairingAsync(cancellation);
        var own = scene.Person.Edits.ToArray();
        var entry = await scene.Db.CreditEntries.SingleAsync(e => e.PairingId == pairing.Id && e.Points < 0 && own.Contains(e.OrganisationId), cancellation);
        await scene.Get<CreditDesk>().AppealAsync(entry, Text, scene.Person, cancellation);
    }
}

/// <summary>Decides the appeal that has waited longest.</summary>
internal sealed record DecideAppeal : StaffAct
{
    public required bool Upheld { get; init; }

    public required string Reason { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var appeal = await scene.Db.CreditAppeals.Where(a => a.DecidedAt == null).OrderBy(a => a.AskedAt).FirstAsync(cancellation);
        var entry = await scene.Db.CreditEntries.SingleAsync(e => e.Id == appeal.EntryId, cancellation);
        await scene.Get<CreditDesk>().DecideAsync(appeal, entry, new CreditVerdict(appeal.Revision, Upheld, Reason), scene.Person, cancellation);
    }
}
