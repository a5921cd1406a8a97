using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Switches that take down one wall or the other, and still what would change rows in its own time. Only tests have them.</summary>
internal static class Walls
{
    extension(IServiceCollection services)
    {
        /// <summary>No worker runs beside the requests, and every single refusal is noted.</summary>
        public void ForMatrix()
        {
            foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(Policies).Assembly).ToArray())
            {
                services.Remove(worker);
            }

            services.AddSingleton(new RefusalBudget(int.MaxValue, int.MaxValue));
        }

        /// <summary>Policies and queries leave it to the database, on addresses that begin so.</summary>
        public void WithoutFirstWall(string path = "/") => services.AddScoped<IAuthenticationService>(provider =>
            new Careless(ActivatorUtilities.CreateInstance<AuthenticationService>(provider), path));

        /// <summary>The database shows requests what it shows to work behind the pages: everything.</summary>
        public void WithoutSecondWall()
        {
            services.AddSingleton<BareDatabase>();
            services.AddScoped(provider => provider.GetRequiredService<BareDatabase>().Open());
        }
    }

    /// <summary>
    /// Connections apart from those behind the pages, as requests have them: one that keeps its connection and waits for another of the same
    /// pool would wait for itself.
    /// </summary>
    private sealed class BareDatabase(DatabaseAccess access) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source = PortalDatabaseOptions.CreateWorkDataSource(access.Application);

        public PortalDbContext Open()
        {
            var options = new DbContextOptionsBuilder<PortalDbContext>();
            options.UsePortalDatabase(_source);
            return new PortalDbContext(options.Options);
        }

        public ValueTask DisposeAsync() => _source.DisposeAsync();
    }

    private sealed class Careless(AuthenticationService inner, string path) : IAuthenticationService
    {
        public async Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            var result = await inner.AuthenticateAsync(context, scheme);
            if (context.Request.Path.Value!.StartsWith(path, StringComparison.Ordinal))
            {
                context.Features.Set(context.Person with { LeavesItToTheDatabase = true });
            }

            return result;
        }

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => inner.ChallengeAsync(context, scheme, properties);

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => inner.ForbidAsync(context, scheme, properties);

        public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => inner.SignInAsync(context, scheme, principal, properties);

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => inner.SignOutAsync(context, scheme, properties);
    }
}
