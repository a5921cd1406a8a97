using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Commands;

/// <summary><c>./portal create-admin</c>: prints a link with which an administrator chooses name and password.</summary>
internal static class CreateAdminCommand
{
    public static readonly IReadOnlyDictionary<string, StaffRole> Roles = new Dictionary<string, StaffRole>
    {
        ["system"] = StaffRole.SystemAdministrator,
        ["security"] = StaffRole.SecurityAdministrator,
        ["audit"] = StaffRole.AuditAdministrator
    };

    public static async Task<int> RunAsync(string email, string role, string? folder, CancellationToken cancellation)
    {
        if (!MailAddress.IsValid(email))
        {
            await Console.Error.WriteLineAsync($"这不是一个邮箱地址：{email}");
            return 1;
        }

        await using var host = await CommandHost.StartAsync(folder, cancellation);
        Console.WriteLine(await host.Get<AdministratorLinks>().MakeAsync(email, Roles[role], cancellation));
        await Console.Error.WriteLineAsync("请在 24 小时内打开上面的地址，设置姓名和密码。地址只能用一次。");
        return 0;
    }
}
