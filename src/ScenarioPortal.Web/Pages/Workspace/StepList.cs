using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>The steps of what is being written, which of them is open, and how far each has come.</summary>
internal sealed record StepList(WorkingCopy Copy, IReadOnlyList<WritingStep> Steps, string Here, int Files)
{
    public int FilledIn(WritingStep step) => step.Key == StepTexts.Files ? Files : step.Fields.Count(f => Copy.Texts.ContainsKey(f.Key));
}
