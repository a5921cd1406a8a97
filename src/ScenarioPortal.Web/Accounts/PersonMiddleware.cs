using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Pages for somebody are kept nowhere, and their connection is opened once: the database is told once who asks, however many questions follow.
/// </summary>
internal sealed class PersonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Person is { IsVisitor: false })
        {
            context.Response.Headers.CacheControl = "no-store";
            await context.RequestServices.GetRequiredService<PortalDbContext>().Database.OpenConnectionAsync(context.RequestAborted);
        }

        await next(context);
    }
}
