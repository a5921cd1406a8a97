namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>A form that shows a passkey: where the browser asks for the challenge, where the answer goes, and what goes with it.</summary>
internal sealed record PasskeyForm
{
    public required string Options { get; init; }

    public required string Action { get; init; }

    public required string Button { get; init; }

    /// <summary>The name of the field that carries what the browser answers.</summary>
    public string Answer { get; init; } = nameof(Answer);

    /// <summary>Hidden fields that travel along.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; } = [];
}
