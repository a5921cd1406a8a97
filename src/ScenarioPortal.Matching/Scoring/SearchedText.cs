namespace ScenarioPortal.Matching.Scoring;

/// <summary>What a search looks at: title and keywords on the one hand, the rest on the other.</summary>
internal readonly record struct SearchedText(string Heading, string Body)
{
    public static SearchedText Of(NeedDocument need) =>
        new($"{need.Title}\n{need.Keywords}", string.Join('\n', [need.Description, .. need.Technologies]));

    public static SearchedText Of(CapabilityDocument capability) =>
        new($"{capability.Title}\n{capability.Keywords}", string.Join('\n', [capability.Description, .. capability.Technologies, .. capability.Cases]));
}
