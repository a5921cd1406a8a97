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
}
