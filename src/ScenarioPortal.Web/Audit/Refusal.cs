using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Audit;

/// <summary>Why a request was refused, as far as that is worth a line in the audit trail.</summary>
internal enum Refusal
{
    /// <summary>Somebody who is not signed in asked for what needs it.</summary>
    NotSignedIn,

    /// <summary>Signed in, but this is not their work.</summary>
    NotAllowed,

    /// <summary>Something that does not exist or is not theirs; from outside the two look the same.</summary>
    NotFound,

    /// <summary>A form without the token of the page that it stands on, or sent from another site.</summary>
    ForeignForm,

    TooMany
}

internal static class RefusalOfRequest
{
    extension(HttpContext context)
    {
        public Refusal? Refusal => context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => Audit.Refusal.NotSignedIn,
            StatusCodes.Status403Forbidden => Audit.Refusal.NotAllowed,
            StatusCodes.Status429TooManyRequests => Audit.Refusal.TooMany,
            StatusCodes.Status404NotFound when context.Features.Get<AskedRoute>() is { Template: not null } asked && (context.Person.IsVisitor ? asked.Id is not null && IsPosted(context) : asked.Id is not null || IsPosted(context)) =>
                Audit.Refusal.NotFound,
            StatusCodes.Status400BadRequest when context.Features.Get<ForeignForm>() is not null => Audit.Refusal.ForeignForm,
            StatusCodes.Status302Found when context.Person.IsVisitor && !HttpMethods.IsGet(context.Request.Method)
                && context.Response.Headers.Location.ToString().StartsWith(Links.SignInTo(""), StringComparison.Ordinal) => Audit.Refusal.NotSignedIn,
            _ => null
        };
    }

    /// <summary>What is absent may then stand in the form and not in the address.</summary>
    private static bool IsPosted(HttpContext context) => HttpMethods.IsPost(context.Request.Method);
}

/// <summary>Marks a request whose form did not come from the portal's own page.</summary>
internal sealed class ForeignForm : IAlwaysRunResultFilter
{
    public static ForeignForm Instance { get; } = new();

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(this);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
