using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Where Identity finds accounts and passkeys. It saves nothing by itself: whoever changes an account saves it with the audit entry.</summary>
internal sealed class AccountStore
    : UserOnlyStore<Account, PortalDbContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>
{
    public AccountStore(AccountDatabase accounts)
        : base(accounts.Db) => AutoSaveChanges = false;
}
