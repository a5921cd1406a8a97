namespace ScenarioPortal.Web.Writing;

/// <summary>The answer to one similar need as it is sent.</summary>
internal sealed class SimilarForm
{
    public string? Choice { get; set; }

    public string? Reason { get; set; }

    /// <summary>A sentence without a choice can only say what differs.</summary>
    public SimilarAnswer ToAnswer() =>
        SimilarAnswer.Of(Choice ?? "").Choice is { } choice ? new(choice, (Reason ?? "").Trim())
        : string.IsNullOrWhiteSpace(Reason) ? SimilarAnswer.None
        : new(SimilarChoice.Differs, Reason.Trim());
}
