namespace ScenarioPortal.EndToEndTests;

/// <summary>One tab for each way of looking, kept for all tests of a class: what every page needs is fetched once, and each test begins as if it were new.</summary>
public sealed class OpenVisits : IAsyncDisposable
{
    private readonly Dictionary<Visitor, Visit> _visits = [];

    public async Task<Visit> OfAsync(Visitor visitor, Chromium chromium, DemonstrationPortal portal)
    {
        if (!_visits.TryGetValue(visitor, out var visit))
        {
            return _visits[visitor] = await chromium.VisitAsync(portal, visitor);
        }

        await visit.BeginAgainAsync(visitor);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in _visits.Values)
        {
            await visit.DisposeAsync();
        }
    }
}
