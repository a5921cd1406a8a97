using System.Text.Json.Serialization;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>What became of a need, and of what one company can do for it: acts, one after the other.</summary>
internal sealed record Story
{
    /// <summary>The external id of the need, or what whoever led the joint demand called it.</summary>
    public required string Need { get; init; }

    /// <summary>The title of the capability; null where nobody came.</summary>
    public string? Capability { get; init; }

    public required int BeganDaysAgo { get; init; }

    public required IReadOnlyList<StoryAct> Acts { get; init; }

    /// <summary>When an act of it was, seen from today.</summary>
    public DateTimeOffset MomentOf(StoryAct act, DateOnly today)
    {
        var hour = today.AddDays(act.Day - BeganDaysAgo).ToDateTime(act.At);
        return new DateTimeOffset(hour, Clock.Zone.GetUtcOffset(hour)).ToUniversalTime();
    }
}

/// <summary>Something that somebody did. In the file its name stands as <c>do</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Extend), "extend")]
[JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Begin), "begin")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Terminate), "terminate")]
[JsonDerivedType(typeof(Lapse), "lapse")]
[JsonDerivedType(typeof(Suggest), "suggest")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(Refuse), "refuse")]
[JsonDerivedType(typeof(TakeBack), "take_back")]
[JsonDerivedType(typeof(WritePlan), "write_plan")]
[JsonDerivedType(typeof(AgreePlan), "agree_plan")]
[JsonDerivedType(typeof(WriteResult), "write_result")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Read), "read")]
[JsonDerivedType(typeof(Meet), "meet")]
[JsonDerivedType(typeof(AnswerMeeting), "answer_meeting")]
[JsonDerivedType(typeof(KeepNote), "note")]
[JsonDerivedType(typeof(WriteShowcase), "write_showcase")]
[JsonDerivedType(typeof(AgreeShowcase), "agree_showcase")]
[JsonDerivedType(typeof(ApproveShowcase), "approve_showcase")]
[JsonDerivedType(typeof(ReleaseShowcases), "release_showcases")]
[JsonDerivedType(typeof(Register), "register")]
[JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Lead), "lead")]
[JsonDerivedType(typeof(ApproveNeed), "approve_need")]
[JsonDerivedType(typeof(ReleaseNeed), "release_need")]
[JsonDerivedType(typeof(Appeal), "appeal")]
[JsonDerivedType(typeof(DecideAppeal), "decide_appeal")]
[JsonDerivedType(typeof(BeginChoice), "begin_choice")]
[JsonDerivedType(typeof(DeclareNoInterest), "declare_no_interest")]
[JsonDerivedType(typeof(HandInScores), "hand_in_scores")]
[JsonDerivedType(typeof(DecideChoice), "decide_choice")]
internal abstract record StoryAct
{
    /// <summary>Since the story began.</summary>
    public required int Day { get; init; }

    /// <summary>The hour in Shanghai.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>Which side does it; the portal where somebody does who stands on none, as a reviewer.</summary>
    public required PairingSide By { get; init; }

    public abstract Task DoAsync(Scene scene, CancellationToken cancellation);
}
