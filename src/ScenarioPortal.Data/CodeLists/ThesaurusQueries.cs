using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.CodeLists;

public static class ThesaurusQueries
{
    extension(IQueryable<ThesaurusEntry> entries)
    {
        /// <summary>The thesaurus is the system administrator's to keep; what follows from it everybody sees.</summary>
        public IQueryable<ThesaurusEntry> EditableBy(Person person) =>
            person.LeavesItToTheDatabase || person.Is(StaffRole.SystemAdministrator) ? entries : entries.Where(e => false);

        /// <summary>Whose words hold this text on either side, whatever the case; without any, all.</summary>
        public IQueryable<ThesaurusEntry> With(string? words)
        {
            if (string.IsNullOrWhiteSpace(words))
            {
                return entries;
            }

            var pattern = $"%{LikePattern.Of(words.Trim())}%";
            return entries.Where(e => EF.Functions.ILike(e.Word, pattern) || EF.Functions.ILike(e.LeadsTo, pattern));
        }

        /// <summary>The pair of these two words, in either order and case.</summary>
        public IQueryable<ThesaurusEntry> Of(string first, string second)
        {
            var (one, other) = (LikePattern.Of(first), LikePattern.Of(second));
            return entries.Where(e => (EF.Functions.ILike(e.Word, one) && EF.Functions.ILike(e.LeadsTo, other)) || (EF.Functions.ILike(e.Word, other) && EF.Functions.ILike(e.LeadsTo, one)));
        }
    }
}
