using Microsoft.AspNetCore.Authorization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Security;

/// <summary>What a page may ask of the person who opens it, by name. Which object they may touch is asked of the object.</summary>
internal static class Policies
{
    /// <summary>Signed in with all factors that this person must give.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Signed in, a second factor may still be missing: only to give it or set it up.</summary>
    public const string HalfSignedIn = nameof(HalfSignedIn);

    public const string Reviewer = nameof(StaffRole.Reviewer);
    public const string Expert = nameof(StaffRole.Expert);
    public const string SystemAdministrator = nameof(StaffRole.SystemAdministrator);
    public const string SecurityAdministrator = nameof(StaffRole.SecurityAdministrator);
    public const string AuditAdministrator = nameof(StaffRole.AuditAdministrator);

    /// <summary>A member of a government unit.</summary>
    public const string Publisher = nameof(Publisher);

    /// <summary>A member of a company or institute.</summary>
    public const string Company = nameof(Company);

    /// <summary>Somebody who looks at both sides together: a reviewer or a member of an operator.</summary>
    public const string BothSides = nameof(BothSides);

    public static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder(SessionHandler.SchemeName).RequireAuthenticatedUser().AddRequirements(new Asked(p => p.IsComplete)).Build();
        options.DefaultPolicy = options.FallbackPolicy = signedIn;
        options.AddPolicy(SignedIn, signedIn);
        options.AddPolicy(HalfSignedIn, p => p.AddAuthenticationSchemes(SessionHandler.SchemeName).RequireAuthenticatedUser());
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            Add(options, role.ToString(), p => p.Is(role));
        }

        Add(options, BothSides, p => p.LooksAtBothSides);
        Add(options, Publisher, p => p.Seats.Any(s => s.Kind is OrganisationKind.Government));
        Add(options, Company, p => p.Seats.Any(s => s.Kind is OrganisationKind.Company or OrganisationKind.Institute));
    }

    private static void Add(AuthorizationOptions options, string name, Func<Person, bool> may) => options.AddPolicy(name, p => p
        .AddAuthenticationSchemes(SessionHandler.SchemeName).RequireAuthenticatedUser().AddRequirements(new Asked(person => person.IsComplete && may(person))));

    /// <summary>Something that must hold of the person.</summary>
    internal sealed class Asked(Func<Person, bool> holds) : IAuthorizationRequirement
    {
        public bool HoldsOf(Person person) => holds(person);
    }

    /// <summary>Asks it. With the first wall down, it lets everyone by and leaves the rest to the database.</summary>
    internal sealed class Handler(IHttpContextAccessor http) : AuthorizationHandler<Asked>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Asked requirement)
        {
            if (http.HttpContext?.Person is { } person && (requirement.HoldsOf(person) || person is { LeavesItToTheDatabase: true, IsComplete: true }))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
