using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScenarioPortal.Domain.Verification;

/// <summary>
/// SHA-256 over JSON that is written in one way only: properties in the order in which they stand in the code, no space, nothing escaped that need not be,
/// what is absent left out. The database may keep the same content in another order.
/// </summary>
public static class ContentHash
{
    public const int Length = 64;

    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() }
    };

    public static string Of<T>(T content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Canonical)));
}
