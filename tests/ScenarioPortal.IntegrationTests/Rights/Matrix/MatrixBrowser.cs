using System.Net.Http.Headers;
using System.Text;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Asks what a row of the matrix says, as somebody of a world.</summary>
internal sealed class MatrixBrowser(PortalHost portal) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>One grey pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    /// <summary>One row that either list takes.</summary>
    private static readonly byte[] List = Encoding.UTF8.GetBytes("名称,简介\n夜间巡查,夜里没人\n");

    private readonly HttpClient _http = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });

    public Task<Answer> AskAsync(MatrixRow row, Actor actor, string path, World world) => SendAsync(row.Verb, actor, path,
        row.Verb != "POST" ? null : path.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : ContentOf(row.FormIn(world), actor));

    /// <summary>Sends a form with these fields.</summary>
    public Task<Answer> SendAsync(string path, Actor actor, IEnumerable<KeyValuePair<string, string>> fields) => SendAsync("POST", actor, path, ContentOf(fields, actor));

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(string verb, Actor actor, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = content };
        request.Headers.Add("Cookie", actor.Cookies);
        using var response = await _http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private static HttpContent ContentOf(IEnumerable<KeyValuePair<string, string>> form, Actor actor)
    {
        KeyValuePair<string, string>[] fields = [.. form, new(TokenField, actor.Token)];
        if (!fields.Any(f => f.Value.StartsWith('@')))
        {
            return new FormUrlEncodedContent(fields);
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (value.StartsWith('@'))
            {
                var isList = value.EndsWith(".csv", StringComparison.Ordinal);
                var file = new ByteArrayContent(isList ? List : Picture) { Headers = { ContentType = new MediaTypeHeaderValue(isList ? "text/csv" : "image/png") } };
                parts.Add(file, name, value[1..]);
            }
            else
            {
                parts.Add(new StringContent(value), name);
            }
        }

        return parts;
    }
}
