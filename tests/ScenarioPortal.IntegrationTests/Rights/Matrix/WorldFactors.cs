using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>In which state somebody of a world is signed in.</summary>
internal readonly record struct SignedInAs
{
    /// <summary>The second factor is still to come.</summary>
    public bool IsHalf { get; init; }

    public bool IsDisabled { get; init; }

    /// <summary>Has an authenticator app.</summary>
    public bool HasApp { get; init; }

    /// <summary>May set one up.</summary>
    public bool IsOfferedApp { get; init; }

    public bool HasPasskey { get; init; }

    /// <summary>How long ago they proved who they are.</summary>
    public TimeSpan ProvedBefore { get; init; }
}

/// <summary>Second factors, with the code that the app would show.</summary>
internal static class WorldFactors
{
    public static void AddTo(WorldBuilder world, IServiceProvider services, Account account, string name, SignedInAs signedIn)
    {
        if (signedIn.HasApp || signedIn.IsOfferedApp)
        {
            using var scope = services.CreateScope();
            var factor = scope.ServiceProvider.GetRequiredService<SecondFactor>();
            var secret = TimeCode.NewSecret();
            var code = TimeCode.At(secret, TimeCode.StepAt(world.Now));
            world.Name($"code of {name}", code);
            if (signedIn.IsOfferedApp)
            {
                world.Name($"offer to {name}", factor.Offer(account.Id, secret));
            }
            else if (factor.SetUp(account, secret, code))
            {
                account.TotpStep = null;
            }
        }

        if (signedIn.HasPasskey)
        {
            var passkey = new IdentityUserPasskey<Guid>
            {
                UserId = account.Id,
                CredentialId = Guid.CreateVersion7().ToByteArray(),
                Data = new IdentityPasskeyData { PublicKey = [1], Name = world.Secret($"电脑 {name}", name), CreatedAt = world.Now, AttestationObject = [], ClientDataJson = [] }
            };
            world.Add(passkey);
            world.Name($"name of passkey of {name}", passkey.Data.Name!);
            world.Name($"passkey of {name}", WebEncoders.Base64UrlEncode(passkey.CredentialId));
        }
    }
}
