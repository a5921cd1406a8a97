using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;

namespace ScenarioPortal.Data.Accounts;

public static class AdministratorQueries
{
    extension(IQueryable<Account> accounts)
    {
        /// <summary>The accounts that administrators look after: the system administrator's work and the security administrator's, nobody else's.</summary>
        public IQueryable<Account> AdministeredBy(Person person) =>
            person.LeavesItToTheDatabase || person.Is(StaffRole.SystemAdministrator) || person.Is(StaffRole.SecurityAdministrator) ? accounts : accounts.Where(a => false);

        /// <summary>Whose name or mail address holds these words, whatever their case.</summary>
        public IQueryable<Account> Named(string? words)
        {
            if (string.IsNullOrWhiteSpace(words))
            {
                return accounts;
            }

            var pattern = $"%{LikePattern.Of(words.Trim())}%";
            return accounts.Where(a => EF.Functions.ILike(a.DisplayName, pattern) || EF.Functions.ILike(a.Email!, pattern));
        }
    }
}
