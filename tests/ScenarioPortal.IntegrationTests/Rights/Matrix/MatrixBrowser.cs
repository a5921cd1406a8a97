using System.Net.Http.Headers;
using System.Text;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Asks what a row of the matrix says, as somebody of a world.</summary>
internal sealed class MatrixBrowser(PortalHost portal) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>One grey pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private readonly HttpClient _http = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });

    public async Task<Answer> AskAsync(MatrixRow row, Actor actor, string path, World world)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Verb), path);
        request.Headers.Add("Cookie", actor.Cookies);
        if (row.Verb == "POST")
        {
            request.Content = path.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : ContentOf([.. row.FormIn(world), new(TokenField, actor.Token)]);
        }

        using var response = await _http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private static HttpContent ContentOf(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (!fields.Any(f => f.Value.StartsWith('@')))
        {
            return new FormUrlEncodedContent(fields);
        }

        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (value.StartsWith('@'))
            {
                var file = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
                form.Add(file, name, value[1..]);
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return form;
    }
}
