using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Knows a person by the session cookie. The cookie holds nothing but a random key; everything else is read from the database on each request,
/// so that signing out, disabling an account or taking a role away holds from the next request on, for every copy of the cookie.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionReader sessions, KeptForms forms, IOptions<SessionOptions> limits)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        var now = TimeProvider.GetUtcNow();
        var times = new SessionTimes { Now = now, StartedAfter = now - limits.Value.Absolute, NotedBefore = now - NotedEvery };
        var signedIn = await sessions.FindAsync(SecretKey.Hash(key), times, Context.RequestAborted);
        if (signedIn is null || signedIn.LastSeenAt + limits.Value.IdleOf(signedIn) < now)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        var person = PersonFrom(signedIn);
        Context.Features.Set(person);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{signedIn.AccountId}")], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || IsBackground)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await KeepTypedAsync();

        // What was to be posted cannot be asked for again; the page that it stood on can.
        var back = HttpMethods.IsGet(Request.Method) ? $"{Request.PathBase}{Request.Path}{Request.QueryString}" : Request.Path.Value!;
        Response.Redirect(Links.SignInTo(back));
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.Person is not { IsVisitor: false, IsComplete: false } person)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (IsBackground)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await KeepTypedAsync();
        var back = HttpMethods.IsGet(Request.Method) ? $"{Request.PathBase}{Request.Path}{Request.QueryString}" : Keeps is null ? null : Request.Path.Value;
        Response.Redirect(person.HasTimeCode || person.HasPasskey ? Links.SecondFactorTo(back) : Links.SetUpSecondFactorTo(back));
    }

    private KeepsTypedAttribute? Keeps => Context.GetEndpoint()?.Metadata.GetMetadata<KeepsTypedAttribute>();

    /// <summary>Asked by a script, which cannot be led to another page.</summary>
    private bool IsBackground => HttpMethods.IsPost(Request.Method) && Keeps?.IsBackground(Request) is true;

    private Task KeepTypedAsync() => HttpMethods.IsPost(Request.Method) && Keeps is not null ? forms.KeepAsync(Context) : Task.CompletedTask;

    private static Person PersonFrom(SignedIn signedIn) => new()
    {
        AccountId = signedIn.AccountId,
        SessionId = signedIn.SessionId,
        Name = signedIn.Name,
        Email = signedIn.Email,
        Factors = signedIn.Factors,
        ConfirmedAt = signedIn.ConfirmedAt,
        IsComplete = IsComplete(signedIn),
        HasTimeCode = signedIn.HasTimeCode,
        HasPasskey = signedIn.HasPasskey,
        AgreedVersion = signedIn.AgreedVersion,
        Unread = signedIn.Unread,
        Seats = signedIn.Seats,
        Posts = signedIn.Posts
    };

    /// <summary>Who has set up a second factor gives it; who must have one sets it up first. A demonstration account needs none.</summary>
    private static bool IsComplete(SignedIn signedIn) =>
        (signedIn.Factors & (Factors.Passkey | Factors.TimeCode | Factors.RecoveryCode)) != 0
        || signedIn.IsDemonstration
        || (!signedIn.HasTimeCode && !SessionOptions.IsStaff(signedIn));
}
