using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>A company in 东城区 with an owner, as the tests of this folder find it.</summary>
internal sealed record Company(Organisation Organisation, Account Owner)
{
    public const string RegionCode = "110101";

    public string Address => $"/organisations/{Organisation.Id}";

    public static async Task<Company> MakeAsync(PortalHost portal, Action<Organisation>? change = null)
    {
        var organisation = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        organisation.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        organisation.Complete(new OrganisationDetails { RegionCode = RegionCode });
        change?.Invoke(organisation);
        var owner = portal.NewAccount("owner");
        await portal.SaveAsync(organisation, owner, new Membership(organisation.Id, owner.Id, MemberRole.Owner, portal.Clock.GetUtcNow()),
            new OrganisationContact(organisation.Id, "林晓", "0000-7703325", "lin@example.cn"));
        return new Company(organisation, owner);
    }

    public async Task<Account> AddAsync(PortalHost portal, string name, MemberRole role)
    {
        var account = portal.NewAccount(name);
        await portal.SaveAsync(account, new Membership(Organisation.Id, account.Id, role, portal.Clock.GetUtcNow()));
        return account;
    }
}

internal static class Staff
{
    public static async Task<Account> StaffAsync(this PortalHost portal, string name, StaffRole role, string? region = null)
    {
        var account = portal.NewAccount(name);
        await portal.SaveAsync(account, new StaffGrant(account.Id, role, region, portal.Clock.GetUtcNow()));
        return account;
    }
}
