using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Web.Choosing;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>Puts those that came for the need side by side, by the usual criteria, and asks whoever is an expert.</summary>
internal sealed record BeginChoice : StoryAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var need = await scene.NeedAsync(cancellation);
        var experts = await scene.Get<ExpertRoll>().ReadAsync([need.PublisherId!.Value], cancellation);
        await scene.Get<ChoiceDesk>().BeginAsync(need, ChoiceCriterion.Usual, [.. experts.Select(e => e.Id)], scene.Person, cancellation);
    }
}

internal abstract record ExpertAct : StaffAct
{
    public override StaffRole Role => StaffRole.Expert;
}

internal sealed record DeclareNoInterest : ExpertAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<ChoiceDesk>().DeclareAsync(await scene.ChoiceAsync(cancellation), Interests.Clear, null, scene.Person, cancellation);
}

internal sealed record HandInScores : ExpertAct
{
    public required int Round { get; init; }

    /// <summary>For each candidate, in the order in which they came, one for each criterion.</summary>
    public required IReadOnlyList<IReadOnlyList<Score>> Scores { get; init; }

    public string? Why { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        Mark[] marks = [.. Scores.SelectMany((given, candidate) => given.Select((score, criterion) => new Mark { Candidate = candidate + 1, Criterion = criterion, Score = score.Points, Words = score.Words }))];
        await scene.Get<ChoiceDesk>().HandInAsync(await scene.ChoiceAsync(cancellation), Round, marks, Why, scene.Person, cancellation);
    }

    internal sealed record Score(int Points, string Words);
}

/// <summary>Chooses the company of the story.</summary>
internal sealed record DecideChoice : StoryAct
{
    public required string Why { get; init; }

    /// <summary>To those that were not chosen.</summary>
    public required string ToOthers { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var (id, chosen) = (await scene.ChoiceAsync(cancellation), await scene.PairingAsync(cancellation));
        var revision = await scene.Db.Choices.Where(c => c.Id == id).Select(c => c.Revision).SingleAsync(cancellation);
        await scene.Get<ChoiceDesk>().DecideAsync(id, revision, chosen.Id, Why, new Farewell { ToAll = ToOthers }, scene.Person, cancellation);
    }
}
