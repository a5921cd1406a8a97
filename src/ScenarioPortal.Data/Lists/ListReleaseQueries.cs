using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Data.Lists;

public static class ListReleaseQueries
{
    extension(IQueryable<ListRelease> releases)
    {
        /// <summary>What everyone may see: batches that are released, not those being compiled.</summary>
        public IQueryable<ListRelease> Public() => releases.Where(r => r.ReleasedAt != null);
    }
}
