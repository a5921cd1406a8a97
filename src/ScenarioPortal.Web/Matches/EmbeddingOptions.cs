using System.Diagnostics.CodeAnalysis;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Matches;

/// <summary>The language model that tells meanings: off unless an address is named.</summary>
internal sealed class EmbeddingOptions
{
    private const string Section = "Matching:Embedding";

    public static EmbeddingOptions Off { get; } = new();

    /// <summary>Ends with a slash.</summary>
    public Uri? Endpoint { get; private init; }

    /// <summary>Null when it is off.</summary>
    public string? Model { get; private init; }

    public string? Key { get; private init; }

    [MemberNotNullWhen(true, nameof(Endpoint), nameof(Model))]
    public bool IsOn => Endpoint is not null;

    /// <exception cref="UnsafeSettingsException">Texts would leave without TLS, or something is missing; the message says what.</exception>
    public static EmbeddingOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Endpoint"] is not { Length: > 0 } address)
        {
            return Off;
        }

        Require(Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) && endpoint is { UserInfo: "", Query: "", Fragment: "" }
            && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && Loopback.Is(endpoint.Host))),
            $"{Section}:Endpoint must be an address with https, such as https://models.example.gov.cn/v1; http only on this machine.");
        Require(section["Model"] is { Length: > 0 and <= TextVector.ModelMaxLength }, $"{Section}:Model must name the model of the endpoint, with at most {TextVector.ModelMaxLength} characters.");
        Require(section["Key"]?.All(c => c is > ' ' and <= '~') ?? true, $"{Section}:Key has a character that no key has.");
        return new EmbeddingOptions { Endpoint = endpoint, Model = section["Model"], Key = section["Key"] };
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UnsafeSettingsException(otherwise);
        }
    }
}
