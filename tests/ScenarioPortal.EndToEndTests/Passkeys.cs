using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>A device that makes and shows passkeys: Chromium's own virtual authenticator, which signs as a real one does.</summary>
internal sealed class Passkeys
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private Passkeys(ICDPSession session, string id) => (_session, _id) = (session, id);

    /// <summary>Plugs one into this tab; the person in front of it proves themselves at once.</summary>
    public static async Task<Passkeys> OnAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new JsonObject
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true
            }
        });
        return new Passkeys(session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The wrong finger from now on.</summary>
    public Task KnowNobodyAsync() => _session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = false });
}
