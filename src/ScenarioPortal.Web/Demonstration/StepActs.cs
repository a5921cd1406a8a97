using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>A company offers, a publisher invites, an operator puts both together.</summary>
internal sealed record Begin : StoryAct
{
    public required string Note { get; init; }

    /// <summary>暂不署名.</summary>
    public bool Veiled { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) => await scene.Get<PairingDesk>()
        .BeginAsync(await scene.NeedAsync(cancellation), await scene.CapabilityAsync(cancellation), By, new Opening(Note, [], Veiled), scene.Person, cancellation);
}

/// <summary>Something that is done about the pairing of the story.</summary>
internal abstract record StepAct : StoryAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var pairing = await scene.PairingAsync(cancellation);
        await scene.Get<PairingDesk>().ActAsync(pairing, pairing.Revision, By, scene.Person, (by, rules, now) => Act(scene, pairing, by, rules, now), cancellation);
    }

    protected abstract void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now);
}

internal sealed record Accept : StepAct
{
    public string? Note { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Accept(by, Note, [], rules, now);
}

/// <summary>One that ends it, with a reason and a sentence.</summary>
internal abstract record EndingAct : StepAct
{
    public required PairingReason Reason { get; init; }

    public required string Note { get; init; }
}

internal sealed record Decline : EndingAct
{
    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Decline(by, Reason, Note, rules, now);
}

internal sealed record Withdraw : EndingAct
{
    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Withdraw(by, Reason, Note, rules, now);
}

internal sealed record Terminate : EndingAct
{
    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Terminate(by, Reason, Note, rules, now);
}

internal sealed record Suggest : StepAct
{
    public required PairingState Step { get; init; }

    public required string Note { get; init; }

    public int? Rating { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Suggest(by, Step, Note, rules, now, Rating);
}

internal sealed record Confirm : StepAct
{
    public string? Note { get; init; }

    public int? Rating { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Confirm(by, Note, rules, now, Rating);
}

internal sealed record Refuse : StepAct
{
    public required string Note { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Refuse(by, Note, rules, now);
}

internal sealed record TakeBack : StepAct
{
    public string? Note { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.TakeBack(by, Note, rules, now);
}

internal sealed record Show : StepAct
{
    public required PublicView View { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.Show(by.Side, View, now);
}

/// <summary>The clock ends what nobody answered.</summary>
internal sealed record Lapse : StoryAct
{
    public override Task DoAsync(Scene scene, CancellationToken cancellation) => scene.Get<PairingClock>().LapseAsync(cancellation);
}
