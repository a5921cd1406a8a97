using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace ScenarioPortal.Web.Matches;

/// <summary>Asks for vectors by <c>POST {endpoint}/embeddings</c>, the form that most servers of models understand. It goes nowhere else, whatever the answer says.</summary>
internal sealed class EmbeddingClient(EmbeddingOptions options) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int LargestAnswer = 16 << 20;
    private const int LongestVector = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = options.Endpoint,
        Timeout = Patience,
        MaxResponseContentBufferSize = LargestAnswer,
        DefaultRequestHeaders = { Authorization = options.Key is { Length: > 0 } key ? new AuthenticationHeaderValue("Bearer", key) : null }
    };

    /// <summary>In the order of the texts, each of length 1.</summary>
    /// <exception cref="InvalidDataException">The answer is not what was asked for.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        using var response = await _http.PostAsJsonAsync("embeddings", new Request(options?.ModelId ?? Model, texts), cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
        var vectors = answer?.Data?.OrderBy(d => d.Index).ToArray() ?? [];
        return vectors.Select(v => v.Index).SequenceEqual(Enumerable.Range(0, texts.Length)) && vectors.Select(v => v.Values?.Length).Distinct().Count() == 1
            ? new(vectors.Select(v => new Embedding<float>(Unit(v.Values!))))
            : throw new InvalidDataException("The embedding endpoint did not answer with one vector of one length for each text.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _http.Dispose();

    private string Model => options.Model ?? throw new InvalidOperationException("No model is set up.");

    private static float[] Unit(float[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => (double)v * v));
        return vector.Length <= LongestVector && double.IsFinite(length) && length > 0
            ? Array.ConvertAll(vector, v => (float)(v / length))
            : throw new InvalidDataException("The embedding endpoint answered with a vector that has no direction.");
    }

    private sealed record Request([property: JsonPropertyName("model")] string Model, [property: JsonPropertyName("input")] string[] Input);

    private sealed record Answer([property: JsonPropertyName("data")] Vector[]? Data);

    private sealed record Vector([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("embedding")] float[]? Values);
}
