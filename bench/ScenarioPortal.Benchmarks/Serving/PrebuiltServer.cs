using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ScenarioPortal.Benchmarks.Serving;

/// <summary>
/// Kestrel with nothing behind it: at /page the bytes and headers of a page that it fetched once from the portal, anywhere else two
/// bytes. The first is the most that any web application can reach with that page here, the second what the load generator can reach.
/// </summary>
internal static class PrebuiltServer
{
    public const string Command = "prebuilt";
    public const string Page = "/page";
    private const string Ready = "Prebuilt ready";

    public static Task<ChildProcess> StartAsync(Uri address, Uri page, CancellationToken cancellation) =>
        ChildProcess.Start(Environment.GetCommandLineArgs()[0], [Command, address.Written(), page.ToString()], [], Ready).ReadyAsync(cancellation);

    public static async Task<int> RunAsync(string address, Uri page)
    {
        var (headers, body) = await FetchAsync(page);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context => context.Request.Path == Page ? WriteAsync(context.Response, headers, body) : WriteAsync(context.Response, [], "ok"u8.ToArray()));
        await app.StartAsync();
        Console.WriteLine($"{Ready}: {address}");

        // It ends with the benchmark, also when that is killed: then its input ends.
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static async Task WriteAsync(HttpResponse response, KeyValuePair<string, StringValues>[] headers, byte[] body)
    {
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body);
    }

    private static async Task<(KeyValuePair<string, StringValues>[] Headers, byte[] Body)> FetchAsync(Uri page)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        using var answer = await client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        var ownedByKestrel = new[] { "Date", "Transfer-Encoding", "Content-Length" };
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(h => !ownedByKestrel.Contains(h.Key))
            .Select(h => KeyValuePair.Create(h.Key, new StringValues([.. h.Value])));
        return ([.. headers], await answer.Content.ReadAsByteArrayAsync());
    }
}
