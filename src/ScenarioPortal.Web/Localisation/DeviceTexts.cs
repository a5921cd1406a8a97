using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Browsers and ways of signing in, as people call them.</summary>
internal static class DeviceTexts
{
    /// <summary>By the word in what the browser says of itself; the more particular first, because browsers name those they descend from.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    extension(IStringLocalizer<Texts> L)
    {
        /// <summary>Chrome · Windows.</summary>
        public string DeviceName(string? userAgent)
        {
            string?[] parts = [NamedIn(userAgent, Browsers), NamedIn(userAgent, Systems)];
            return parts.All(p => p is null) ? L["认不出的设备"] : string.Join(" · ", parts.Where(p => p is not null));
        }

        /// <summary>密码、验证码.</summary>
        public string FactorsName(Factors factors)
        {
            List<string> names = [];
            AddIf(Factors.Passkey, L["通行密钥"]);
            AddIf(Factors.Password, L["密码"]);
            AddIf(Factors.TimeCode, L["验证器动态码"]);
            AddIf(Factors.RecoveryCode, L["备用码"]);
            return L.Joined(names);

            void AddIf(Factors factor, string name)
            {
                if (factors.HasFlag(factor))
                {
                    names.Add(name);
                }
            }
        }
    }

    private static string? NamedIn(string? userAgent, (string Mark, string Name)[] known) =>
        userAgent is null ? null : known.Where(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
