using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>Where an act takes place: whose it is, about what, at the hour of the past, with that person's eyes.</summary>
internal sealed class Scene(IServiceProvider services, Person person, Guid needId, Guid? capabilityId)
{
    public Person Person => person;

    public PortalDbContext Db => Get<PortalDbContext>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Opportunity> NeedAsync(CancellationToken cancellation) => Db.Opportunities.SingleAsync(o => o.Id == needId, cancellation);

    public Task<Capability> CapabilityAsync(CancellationToken cancellation) => Db.Capabilities.SingleAsync(c => c.Id == capabilityId, cancellation);

    public Task<Pairing> PairingAsync(CancellationToken cancellation) => Db.Pairings.SingleAsync(p => p.OpportunityId == needId && p.CapabilityId == capabilityId, cancellation);
}
