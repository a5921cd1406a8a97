using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Passkeys;

/// <summary>
/// What browser and portal say to each other about a passkey: to make one, and to show that one is there. ASP.NET Core Identity checks the
/// signatures; its own way of keeping the challenge, a cookie of a scheme that the portal does not have, is left aside.
/// </summary>
internal sealed class PasskeyCeremonies(AccountDatabase accounts, IPasskeyHandler<Account> handler, ChallengeKeeper challenges, IHttpContextAccessor http)
{
    /// <summary>Answers from browsers are some thousand characters long.</summary>
    public const int AnswerMaxLength = 20_000;

    /// <summary>What the browser needs to make a passkey, as JSON.</summary>
    public async Task<string> AskToMakeAsync(Person person, CancellationToken cancellation)
    {
        var entity = new PasskeyUserEntity { Id = $"{person.AccountId}", Name = person.Email, DisplayName = person.Name };
        var asked = await handler.MakeCreationOptionsAsync(entity, http.HttpContext!);
        await challenges.KeepAsync(asked.AttestationState!, cancellation);
        return asked.CreationOptionsJson;
    }

    /// <summary>The passkey that the browser made for this person; null when it is not to be trusted.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Person person, string? answer, CancellationToken cancellation)
    {
        if (await challenges.TakeAsync(cancellation) is not { } state || answer is not { Length: > 0 and <= AnswerMaxLength })
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = http.HttpContext!, CredentialJson = answer, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == $"{person.AccountId}" ? result.Passkey : null;
    }

    /// <summary>What the browser needs to show a passkey, as JSON: of one account, or of whoever sits there.</summary>
    public async Task<string> AskToShowAsync(Guid? account, CancellationToken cancellation)
    {
        var owner = account is null ? null : await accounts.Db.Accounts.SingleAsync(a => a.Id == account, cancellation);
        var asked = await handler.MakeRequestOptionsAsync(owner, http.HttpContext!);
        await challenges.KeepAsync(asked.AssertionState!, cancellation);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey the browser showed; null when it proves nothing.</summary>
    public async Task<Account?> ShownAsync(string? answer, CancellationToken cancellation)
    {
        if (await challenges.TakeAsync(cancellation) is not { } state || answer is not { Length: > 0 and <= AnswerMaxLength })
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = http.HttpContext!, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || result.User is not { DisabledAt: null, ErasedAt: null })
        {
            return null;
        }

        // How often it signed tells a copied passkey from the one that was copied.
        var stored = await accounts.Db.Passkeys.SingleAsync(p => p.CredentialId == result.Passkey.CredentialId, cancellation);
        (stored.Data.SignCount, stored.Data.IsBackedUp) = (result.Passkey.SignCount, result.Passkey.IsBackedUp);
        await accounts.Db.SaveChangesAsync(cancellation);
        return result.User;
    }
}
