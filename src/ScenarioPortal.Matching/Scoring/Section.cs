namespace ScenarioPortal.Matching.Scoring;

/// <summary>A part of a document, with its weight in matching.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Weight">How much each of them counts.</param>
/// <param name="IsCase">Whether it tells of an earlier project.</param>
/// <param name="HasAsides">
/// Whether <see cref="Matching.Text.Asides"/> are left out: where a need tells freely what it wants. What a capability does without stays,
/// as does the name of a technology.
/// </param>
internal readonly record struct Section(string Text, float Weight, bool IsCase = false, bool HasAsides = false)
{
    /// <summary>Title and technologies say what it is about; descriptions and cases also how.</summary>
    private const float Heading = 1.5f;

    private const float Body = 1f;

    public static IEnumerable<Section> Of(NeedDocument need) =>
    [
        new(need.Title, Heading, HasAsides: true),
        new(need.Description, Body, HasAsides: true),
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
