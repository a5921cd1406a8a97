namespace ScenarioPortal.Web.Catalogue;

/// <summary>What a list can be filtered and sorted by: names as they stand in the address and in the API.</summary>
internal sealed record ListShape
{
    public required IReadOnlyList<string> Facets { get; init; }

    /// <summary>The first is the usual one.</summary>
    public required IReadOnlyList<string> Sorts { get; init; }

    /// <summary>The order in which hits of a word search stand unless another is asked for: best first.</summary>
    public const string BestFirst = "fit";

    public const string Status = "status";
    public const string Field = "field";
    public const string Region = "region";
    public const string Deadline = "deadline";
    public const string Scale = "scale";
    public const string Budget = "budget";
    public const string Trl = "trl";
    public const string NotStated = "none";

    /// <summary>A region that nothing lies in.</summary>
    public const string Nowhere = "nowhere";

    public const string Step = "step";
    public const string Year = "year";

    /// <summary>Came to this step, whatever became of it then.</summary>
    public const string Reached = "reached";

    /// <summary>Ended on the way, after it had come to this step.</summary>
    public const string EndedAt = "ended";

    public const string Stuck = "stuck";
    public const string Yes = "yes";

    /// <summary>An organisation that answered when it was first asked.</summary>
    public const string Answered = "answered";

    /// <summary>An organisation that let the time to answer pass.</summary>
    public const string Missed = "missed";

    /// <summary>Those of the reader's own organisations.</summary>
    public const string Mine = "mine";

    /// <summary>Those that the reader looks after.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>Facets that a link chooses and the list does not offer.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>Whether a word search says what fits best, and not only what fits.</summary>
    public bool RanksWords { get; init; } = true;

    public static ListShape Opportunities { get; } = new()
    {
        Facets = [Status, Field, Region, Deadline, Scale, Budget],
        Sorts = ["deadline", "newest", "budget"]
    };

    public static ListShape Capabilities { get; } = new()
    {
        Facets = [Field, Region, Trl],
        Sorts = ["newest", "trl"]
    };

    public static ListShape Pairings { get; } = new()
    {
        Facets = [Step, Field, Region, Year, Reached, EndedAt, Stuck, Answered, Missed],
        Unlisted = [Reached, EndedAt, Stuck, Answered, Missed],
        Sorts = ["moved", "longest", "began"],
        RanksWords = false
    };

    public static ListShape Showcases { get; } = new()
    {
        Facets = [Field, Region],
        Sorts = ["newest"],
        RanksWords = false
    };

    public static ListShape OwnPairings { get; } = Pairings with { Sorts = ["urgency", .. Pairings.Sorts] };
}
