using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>The side from which a list comes: needs from the left, capabilities from the right, showcases from where they met.</summary>
internal static class ListColours
{
    extension(ListKind kind)
    {
        public string Edge => kind switch { ListKind.Opportunities => "edge-need", ListKind.Capabilities => "edge-cap", _ => "edge-meet" };

        public string Tag => kind switch { ListKind.Opportunities => "tag-need", ListKind.Capabilities => "tag-cap", _ => "tag-meet" };
    }
}
