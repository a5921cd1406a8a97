using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Demonstration;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Tells at the console how the first people get in: the demonstration accounts, or a link for an administrator.</summary>
internal static class FirstPeople
{
    public static async Task TellAsync(IServiceProvider services, IReadOnlyList<DemonstrationAccount> demonstration, CancellationToken cancellation)
    {
        if (demonstration.Count > 0)
        {
            Console.WriteLine("演示账号（密码只显示这一次）：");
            foreach (var account in demonstration)
            {
                Console.WriteLine($"  {account.Email,-24} {account.Password}  {account.Role}");
            }
        }
        else if (await services.GetRequiredService<AdministratorLinks>().MakeForTheFirstAsync(cancellation) is { } link)
        {
            Console.WriteLine($"还没有账号。请在 24 小时内打开这个地址，设置系统管理员（只能用一次）：{link}");
        }
    }
}
