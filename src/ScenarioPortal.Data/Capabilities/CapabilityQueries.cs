using ScenarioPortal.Domain.Capabilities;

namespace ScenarioPortal.Data.Capabilities;

public static class CapabilityQueries
{
    extension(IQueryable<Capability> capabilities)
    {
        /// <summary>What everyone may see.</summary>
        public IQueryable<Capability> Public() => capabilities.Where(c => c.Status == CapabilityStatus.Published);
    }
}
