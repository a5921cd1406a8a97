using System.Security.Cryptography;

namespace ScenarioPortal.Data.Embedded;

internal static class RandomName
{
    public static string Next() => RandomNumberGenerator.GetHexString(12, lowercase: true);
}
