using System.Collections.Frozen;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Passwords that are guessed first, wherever an attacker begins. Read when the first password is chosen.</summary>
internal sealed class CommonPasswords(PortalPaths paths)
{
    private readonly Lazy<FrozenSet<string>> _passwords = new(() =>
        File.ReadLines(paths.Data("common-passwords.csv")).Where(l => !l.StartsWith("# ", StringComparison.Ordinal)).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Also with a few digits and signs at its end, which is how people renew them.</summary>
    public bool Contain(string password)
    {
        var length = password.Length;
        while (length > 0 && !_passwords.Value.Contains(password[..length]) && !char.IsLetter(password[length - 1]))
        {
            length--;
        }

        return length > 0 && _passwords.Value.Contains(password[..length]);
    }
}
