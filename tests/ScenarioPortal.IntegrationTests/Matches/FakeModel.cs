using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>A server of embeddings on this machine that knows one subject: texts about falling point one way, all others another.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FakeModel(WebApplication server) => _server = server;

    public string Address => _server.Urls.First() + "/v1";

    /// <summary>Every text that was sent here.</summary>
    public ConcurrentQueue<string> Read { get; } = [];

    public ConcurrentQueue<string?> Keys { get; } = [];

    /// <summary>What it answers instead of vectors.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var model = new FakeModel(builder.Build());
        model._server.MapPost("/v1/embeddings", model.AnswerAsync);
        await model._server.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = (await context.Request.ReadFromJsonAsync<Question>())!;
        Keys.Enqueue(context.Request.Headers.Authorization);
        foreach (var text in asked.Input)
        {
            Read.Enqueue(text);
        }

        await (Instead is { } instead ? instead(context) : context.Response.WriteAsJsonAsync(new
        {
            model = asked.Model,
            data = asked.Input.Select((text, index) => new { index, embedding = Vector(text) }).Reverse()
        }));
    }

    private static float[] Vector(string text) => text.Contains("跌倒", StringComparison.Ordinal) || text.Contains("毫米波", StringComparison.Ordinal) ? [5, 0.5f, 0] : [0.4f, 4, text.Length % 7 * 0.1f];

    private sealed record Question(string Model, string[] Input);
}
