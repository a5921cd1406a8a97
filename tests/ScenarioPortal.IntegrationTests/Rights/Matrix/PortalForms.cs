using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What the handlers of pages take from a form, and what all entities have that none of them should.</summary>
internal sealed class PortalForms(IReadOnlyDictionary<string, IReadOnlySet<string>> declared, IReadOnlyList<(string Name, Type Type)> properties)
{
    /// <summary>Where a binder that takes too much would look.</summary>
    private static readonly string[] Prefixes = ["", "Input.", "Subject."];

    public IEnumerable<string> Endpoints => declared.Keys;

    public static async Task<PortalForms> OfAsync(IServiceProvider services)
    {
        Dictionary<string, IReadOnlySet<string>> declared = [];
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                foreach (var handler in loaded.HandlerMethods.Where(h => h.HttpMethod == "Post"))
                {
                    var address = $"POST /{endpoint.RoutePattern.RawText!.TrimStart('/')}{(handler.Name is null ? "" : $"?handler={handler.Name}")}";
                    declared[address] = loaded.BoundProperties.Concat(handler.Parameters).Where(p => p.BindingInfo?.BindingSource != BindingSource.Path).SelectMany(p => NamesOf(p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType))
                        .ToHashSet(StringComparer.OrdinalIgnoreCase);
                }
            }
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var properties = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => !p.IsShadowProperty()).Select(p => (p.Name, p.ClrType)).DistinctBy(p => p.Name).ToArray();
        return new PortalForms(declared, properties);
    }

    /// <summary>Every property of every entity, filled with what its owner would not like, except what the form itself declares.</summary>
    public IEnumerable<KeyValuePair<string, string>> HostileFor(string endpoint, World world) =>
        from prefix in Prefixes
        from property in properties
        let name = $"{prefix}{property.Name}"
        where !declared[endpoint].Contains(name)
        select KeyValuePair.Create(name, HostileValue.For(property.Type, world));

    private static IEnumerable<string> NamesOf(string name, Type type) => type.Assembly == typeof(Program).Assembly && type.IsClass
        ? type.GetProperties().Select(p => $"{name}.{p.Name}")
        : [name];
}

internal static class HostileValue
{
    /// <summary>Wherever it turns up, somebody took what was not asked for.</summary>
    public const string Text = "混进来的";

    public static string For(Type type, World world)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Guid) ? world.IdentityOf("company B")
            : plain == typeof(bool) ? "true"
            : plain.IsEnum ? Enum.GetNames(plain)[^1]
            : plain == typeof(DateTimeOffset) || plain == typeof(DateTime) ? "1999-01-01T00:00:00Z"
            : plain == typeof(DateOnly) ? "1999-01-01"
            : plain == typeof(string) ? Text
            : "77";
    }
}
