using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A criterion as it is typed. Rows without a name and a weight are none.</summary>
internal sealed class WeightForm
{
    public string? Name { get; set; }

    public int? Weight { get; set; }

    public bool IsEmpty => Name.OrNull is null && Weight is null;
}
