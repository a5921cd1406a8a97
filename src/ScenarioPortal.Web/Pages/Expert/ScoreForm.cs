namespace ScenarioPortal.Web.Pages.Expert;

/// <summary>A score as it is typed.</summary>
internal sealed class ScoreForm
{
    public int? Score { get; set; }

    public string? Words { get; set; }
}
