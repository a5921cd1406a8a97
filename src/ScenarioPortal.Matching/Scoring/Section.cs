namespace ScenarioPortal.Matching.Scoring;

/// <summary>A part of a document, with its weight in matching.</summary>
internal readonly record struct Section(string Text, float Weight, bool IsCase = false)
{
    /// <summary>Title and technologies say what it is about; descriptions and cases also how.</summary>
    private const float Heading = 1.5f;

    private const float Body = 1f;

    public static IEnumerable<Section> Of(NeedDocument need) =>
    [
        new(need.Title, Heading),
        new(need.Description, Body),
        .. need.Technologies.Select(t => new Section(t, Heading))
    ];

    public static IEnumerable<Section> Of(CapabilityDocument capability) =>
    [
        new(capability.Title, Heading),
        new(capability.Description, Body),
        .. capability.Technologies.Select(t => new Section(t, Heading)),
        .. capability.Cases.Select(c => new Section(c, Body, IsCase: true))
    ];
}
