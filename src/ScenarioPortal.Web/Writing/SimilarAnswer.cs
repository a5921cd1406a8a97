using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Web.Writing;

/// <summary>
/// What a publisher says to a need elsewhere that is like theirs (重复建设 is what the portal is to end). It is kept among the texts of the
/// working copy, one text for each such need, and goes with them into the submission.
/// </summary>
internal sealed record SimilarAnswer(SimilarChoice? Choice, string Reason = "")
{
    /// <summary>With an identity of 32 characters just <see cref="WorkingCopy.FieldNameMaxLength"/>.</summary>
    private const string Prefix = "Similar:";

    public static readonly SimilarAnswer None = new((SimilarChoice?)null);

    /// <summary>Whether it answers the question: a difference that is not told does not.</summary>
    public bool IsGiven => Choice is SimilarChoice.Join or SimilarChoice.Borrow || (Choice is SimilarChoice.Differs && Reason.Length > 0);

    public static string KeyOf(Guid need) => $"{Prefix}{need:N}";

    /// <summary>As a text to keep; empty when nothing was said.</summary>
    public string ToText() => Choice is { } choice ? $"{choice}\n{Reason}".TrimEnd() : "";

    public static SimilarAnswer Of(string text) =>
        text.Split('\n', 2) is [var name, .. var rest] && Enum.TryParse<SimilarChoice>(name, out var choice) && Enum.IsDefined(choice) ? new(choice, rest is [var reason] ? reason : "") : None;

    /// <summary>The needs that the texts of a copy or a submission answer to, each with the answer.</summary>
    public static IReadOnlyDictionary<Guid, SimilarAnswer> In(IReadOnlyDictionary<string, string> texts) => texts
        .Where(t => t.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(t => (IsNeed: Guid.TryParseExact(t.Key[Prefix.Length..], "N", out var need), Need: need, Answer: Of(t.Value)))
        .Where(t => t.IsNeed)
        .ToDictionary(t => t.Need, t => t.Answer);
}

internal enum SimilarChoice
{
    /// <summary>加入该需求: one need for both.</summary>
    Join,

    /// <summary>借用该方案: what answers that one shall answer this one.</summary>
    Borrow,

    /// <summary>说明不同之处.</summary>
    Differs
}
