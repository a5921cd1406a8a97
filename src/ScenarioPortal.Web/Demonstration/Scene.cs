using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>Where an act takes place: whose it is, about what, at the hour of the past, with that person's eyes.</summary>
internal sealed class Scene(IServiceProvider services, Person person, Guid needId, Guid? capabilityId)
{
    public Person Person => person;

    /// <summary>A need that came of the act, and whose it is.</summary>
    public (Guid Need, Guid Publisher)? Begun { get; set; }

    public PortalDbContext Db => Get<PortalDbContext>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Opportunity> NeedAsync(CancellationToken cancellation) => Db.Opportunities.SingleAsync(o => o.Id == needId, cancellation);

    public Task<Capability> CapabilityAsync(CancellationToken cancellation) => Db.Capabilities.SingleAsync(c => c.Id == capabilityId, cancellation);

    public Task<Pairing> PairingAsync(CancellationToken cancellation) => Db.Pairings.SingleAsync(p => p.OpportunityId == needId && p.CapabilityId == capabilityId, cancellation);

    public Task<Showcase> ShowcaseAsync(CancellationToken cancellation) => Db.Showcases.SingleAsync(s => s.OpportunityId == needId && s.CapabilityId == capabilityId, cancellation);

    public Task<Guid> ChoiceAsync(CancellationToken cancellation) => Db.Choices.Where(c => c.OpportunityId == needId).Select(c => c.Id).SingleAsync(cancellation);

    /// <summary>Releases what was approved, as a reviewer does.</summary>
    public async Task ReleaseAsync(ListKind kind, Guid[] ids, CancellationToken cancellation)
    {
        if (await Get<ReleaseList>().RunApprovedAsync(Db, kind, ids, AuditTrail.ActorOf(person.AccountId!.Value), cancellation) is null)
        {
            throw new InvalidOperationException("Nothing was there to release.");
        }
    }
}
