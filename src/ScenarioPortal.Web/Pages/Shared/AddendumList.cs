using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What was changed after an item of one of the lists was published.</summary>
internal sealed record AddendumList(ListKind Kind, IReadOnlyList<Addendum> Addenda)
{
    public Addendum? Last => Addenda.MaxBy(a => a.Number);
}
