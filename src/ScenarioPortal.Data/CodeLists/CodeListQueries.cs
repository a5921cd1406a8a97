using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.CodeLists;

public static class CodeListQueries
{
    extension(IQueryable<CodeListEntry> entries)
    {
        /// <summary>What stands on this list. Code lists are everybody's to read.</summary>
        public IQueryable<CodeListEntry> On(string list) => entries.Where(e => e.List == list && !e.Removed);

        /// <summary>With these words in it, in what to write instead or in why; without any, all.</summary>
        public IQueryable<CodeListEntry> With(string? words)
        {
            var wanted = words?.Trim() ?? "";
            return wanted.Length == 0 ? entries : entries.Where(e => e.Code.Contains(wanted) || e.Name.Contains(wanted) || e.Help.Contains(wanted));
        }
    }
}
