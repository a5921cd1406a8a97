using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Demonstration;

internal sealed record Say : StoryAct
{
    public required string Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<PairingTalks>().SayAsync(await scene.PairingAsync(cancellation), By, Text, [], scene.Person, cancellation);
}

/// <summary>Marks everything that the other side wrote so far as read.</summary>
internal sealed record Read : StoryAct
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var pairing = await scene.PairingAsync(cancellation);
        var last = await scene.Db.PairingMessages.Where(m => m.PairingId == pairing.Id).OrderByDescending(m => m.At).Select(m => m.Id).FirstAsync(cancellation);
        await scene.Get<PairingTalks>().ReadAsync(pairing, last, scene.Person, cancellation);
    }
}

internal sealed record Meet : StoryAct
{
    public required string Subject { get; init; }

    public required string Place { get; init; }

    /// <summary>So many days later, at this hour.</summary>
    public required int InDays { get; init; }

    public required TimeOnly Hour { get; init; }

    public int Minutes { get; init; } = 60;

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var hour = scene.Now.DayInShanghai().AddDays(InDays).ToDateTime(Hour);
        var plan = new MeetingPlan(Subject, Place, new DateTimeOffset(hour, Clock.Zone.GetUtcOffset(hour)), Minutes);
        await scene.Get<PairingTalks>().ProposeAsync(await scene.PairingAsync(cancellation), By, plan, scene.Person, cancellation);
    }
}

/// <summary>Answers the hour that was proposed last.</summary>
internal sealed record AnswerMeeting : StoryAct
{
    public required MeetingState State { get; init; }

    public string? Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var pairing = await scene.PairingAsync(cancellation);
        var meeting = await scene.Db.PairingMeetings.Where(m => m.PairingId == pairing.Id).OrderByDescending(m => m.ProposedAt).FirstAsync(cancellation);
        await scene.Get<PairingTalks>().AnswerAsync(pairing, meeting, meeting.Revision, State, By, Text, scene.Person, cancellation);
    }
}

/// <summary>Something that one side keeps for itself.</summary>
internal sealed record KeepNote : StoryAct
{
    public required string Text { get; init; }

    public override async Task DoAsync(Scene scene, CancellationToken cancellation) =>
        await scene.Get<PairingTalks>().WriteAsync(await scene.PairingAsync(cancellation), By, 0, Text, scene.Person, cancellation);
}
