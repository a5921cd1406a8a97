namespace ScenarioPortal.Domain.Accounts;

/// <summary>The three administrators are three people (三员分立): nobody holds two of their roles, and nobody gives a role to themselves or takes it.</summary>
public static class SeparateDuties
{
    public static IReadOnlyList<StaffRole> Administrators { get; } = [StaffRole.SystemAdministrator, StaffRole.SecurityAdministrator, StaffRole.AuditAdministrator];

    /// <param name="held">The roles that the account has already.</param>
    /// <param name="role">The one that is to be given.</param>
    public static void RequireFor(IEnumerable<StaffRole> held, StaffRole role) => Rule.Require(
        !Administrators.Contains(role) || !held.Any(h => h != role && Administrators.Contains(h)),
        "系统、安全、审计三个管理员不能由同一个人担任。请先收回原来的角色。");

    public static void RequireOther(Guid actor, Guid subject) => Rule.Require(actor != subject, "自己的角色和登录方式不能由自己批，请另一位管理员处理。");

    /// <param name="heldAlone">The posts of administrators that would be empty without whoever leaves.</param>
    public static void RequireSuccessor(IReadOnlyCollection<StaffRole> heldAlone) =>
        Rule.Require(heldAlone.Count == 0, "您是这个岗位上唯一的管理员。请安全管理员先把岗位给另一个人，再删除账号。");
}
