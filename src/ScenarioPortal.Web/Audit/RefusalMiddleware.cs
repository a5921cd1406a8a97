using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>Notes refusals in the audit trail before the answer goes out. What is refused changed nothing, so it has a transaction of its own.</summary>
internal sealed partial class RefusalMiddleware(
    RequestDelegate next, IDbContextFactory<PortalDbContext> databases, AuditTrail trail, RefusalBudget budget, ILogger<RefusalMiddleware> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() => context.Refusal is { } refusal ? NoteAsync(context, refusal) : Task.CompletedTask);
        return next(context);
    }

    private async Task NoteAsync(HttpContext context, Refusal refusal)
    {
        if (budget.Take(context) is not { } skipped)
        {
            return;
        }

        var asked = context.Features.Get<AskedRoute>();
        var act = new Act
        {
            Action = "request.refuse",
            Subject = asked?.Id,
            Result = AuditResult.Refused,
            Detail = new { reason = refusal.ToString(), method = PlainLog.MethodOf(context), route = asked?.Template, status = context.Response.StatusCode, skipped }
        };
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            trail.Note(db, act);
            await db.SaveChangesAsync();
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException)
        {
            NotNoted(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "A refusal could not be noted in the audit trail")]
    private partial void NotNoted(Exception exception);
}
