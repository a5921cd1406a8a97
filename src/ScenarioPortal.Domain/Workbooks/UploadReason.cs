namespace ScenarioPortal.Domain.Workbooks;

/// <summary>A sentence with numbered gaps and what goes into them, so that it can be said in the reader's language.</summary>
public sealed record UploadReason(string Template, params IReadOnlyList<string> Values);
