using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Demonstration;

internal sealed record Ask : StoryAct
{
    public required string Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<QuestionDesk>().AskAsync(await scene.NeedAsync(cancellation), Text, scene.Person.AccountId!.Value, cancellation);
}

/// <summary>Answers the question that has waited longest.</summary>
internal sealed record Reply : StoryAct
{
    public required string Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var need = await scene.NeedAsync(cancellation);
        var question = await scene.Db.Questions.Where(q => q.OpportunityId == need.Id && q.AnsweredAt == null).OrderBy(q => q.AskedAt).FirstAsync(cancellation);
        await scene.Get<QuestionDesk>().AnswerAsync(question, need, Text, scene.Person.AccountId!.Value, cancellation);
    }
}

/// <summary>Keeps the need open for so many more days.</summary>
internal sealed record Extend : StoryAct
{
    public required int Days { get; init; }

    public required string Why { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<PublicationDesk>().ExtendAsync(await scene.NeedAsync(cancellation), scene.Now.DayInShanghai().AddDays(Days), Why, cancellation);
}

internal sealed record Close : StoryAct
{
    public required OpportunityEnding Ending { get; init; }

    public string? Note { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<PublicationDesk>().CloseAsync(await scene.NeedAsync(cancellation), Ending, Note, cancellation);
}
