using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Domain.Accounts;

/// <summary>A role given to an account; a reviewer's holds for one region and everything in it.</summary>
public sealed class StaffGrant
{
    public StaffGrant(Guid accountId, StaffRole role, string? regionCode, DateTimeOffset grantedAt)
    {
        Rule.Require(role is StaffRole.Reviewer == regionCode is not null, "审核人员要指定负责的区域，其他角色不用。");
        Rule.Require(regionCode is null || Region.IsCode(regionCode), "区域应为六位行政区划代码。");
        AccountId = accountId;
        Role = role;
        RegionCode = regionCode;
        GrantedAt = grantedAt;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public StaffRole Role { get; private init; }

    public string? RegionCode { get; private init; }

    public DateTimeOffset GrantedAt { get; private init; }
}
