using System.Collections.Frozen;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Passwords that are guessed first, wherever an attacker begins. Read when the first password is chosen.</summary>
internal sealed class CommonPasswords(PortalPaths paths)
{
    private readonly Lazy<FrozenSet<string>> _passwords = new(() =>
        File.ReadLines(paths.Data("common-passwords.csv")).Where(l => !l.StartsWith("# ", StringComparison.Ordinal)).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Also with a few digits and signs at its end, which is how people renew them.</summary>
    public bool Contain(string password) =>
        _passwords.Value.Contains(password) || _passwords.Value.Contains(password.TrimEnd([.. "0123456789!@#$%^&*._-+?"]));
}
