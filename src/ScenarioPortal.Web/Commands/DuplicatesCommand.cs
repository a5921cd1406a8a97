using System.Globalization;
using System.Text.Json;
using ScenarioPortal.Matching.Duplicates;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Commands;

/// <summary>
/// <c>./portal duplicates</c>: reads lines of <c>{"a":{title,description,region},"b":{…}}</c> and prints <c>score TAB verdict</c> for each:
/// duplicate, related or different. It needs no database.
/// </summary>
internal static class DuplicatesCommand
{
    public static async Task<int> RunAsync(FileInfo file, string? folder, TextWriter output, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"找不到文件：{file.FullName}");
            return 1;
        }

        var paths = PortalServer.PathsOf(new ServerOptions { Folder = folder }, CommandHost.ReadConfiguration());
        var finder = new DuplicateFinder(Dictionaries.Load(paths), Dictionaries.LoadConcepts(paths));
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellation))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line) is not var (first, second))
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"第 {number} 行应为 {{\"a\":{{\"title\":…,\"description\":…}},\"b\":{{…}}}}。"));
                return 1;
            }

            var found = finder.Compare(first, second);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{found.Score:0.0000}\t{found.Verdict.ToString().ToLowerInvariant()}"));
        }

        return 0;
    }

    private static (NeedText First, NeedText Second)? Read(string line)
    {
        try
        {
            using var pair = JsonDocument.Parse(line);
            return (Need(pair.RootElement.GetProperty("a")), Need(pair.RootElement.GetProperty("b")));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static NeedText Need(JsonElement need) => new(Text(need, "title") ?? "", Text(need, "description") ?? "") { Region = Region(need) };

    /// <summary>A name, or a record that has one.</summary>
    private static string? Region(JsonElement need) =>
        need.TryGetProperty("region", out var region) && region.ValueKind is JsonValueKind.Object ? Text(region, "name") : Text(need, "region");

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var text) && text.ValueKind is not JsonValueKind.Null ? text.GetString() : null;
}
