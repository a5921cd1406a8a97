namespace ScenarioPortal.Web.Audit;

/// <summary>
/// Which kind of address was asked for, as the portal writes it: the address itself is text that somebody typed and may hold a secret.
/// Kept from the first routing, because an error page takes the place of what was asked for.
/// </summary>
internal sealed record AskedRoute(string? Template, Guid? Id)
{
    public static IApplicationBuilder Keep(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<AskedRoute>() is null)
        {
            context.Features.Set(Of(context));
        }

        return next(context);
    });

    private static AskedRoute Of(HttpContext context) => new(
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
        context.Request.RouteValues.Values.Select(v => Guid.TryParse(v as string, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null));
}
