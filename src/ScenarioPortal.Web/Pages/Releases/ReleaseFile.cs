using System.Globalization;
using Microsoft.Net.Http.Headers;
using ScenarioPortal.Exchange.Writing;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>What a browser is told of a file: its name, and by which tag it can be kept. The batch is frozen, so the tag changes only with language and program.</summary>
internal sealed class ReleaseFile(IReleaseFormat format, ReleasedBatch batch)
{
    private const string NotInNames = "\\/:*?\"<>|";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly string Program = typeof(ReleaseFile).Module.ModuleVersionId.ToString("N")[..8];

    private readonly EntityTagHeaderValue _tag = new($"\"{batch.ContentHash}-{format.Extension}-{(Language.IsEnglish ? "en" : "zh")}-{Program}\"", isWeak: true);

    public IReleaseFormat Format => format;

    public void Describe(HttpResponse response)
    {
        var headers = response.GetTypedHeaders();
        headers.ETag = _tag;
        headers.CacheControl = new() { Public = true, MaxAge = Kept };
        headers.ContentDisposition = new("attachment") { FileName = PlainName, FileNameStar = Name };
        headers.LastModified = batch.ReleasedAt;
        response.Headers.Vary = HeaderNames.Cookie;
        response.ContentType = format.ContentType;
    }

    public bool IsKnownTo(HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(_tag, useStrongComparison: false));

    private string Name => $"{string.Concat(batch.Title.Select(c => char.IsControl(c) || NotInNames.Contains(c, StringComparison.Ordinal) ? '_' : c))}.{format.Extension}";

    /// <summary>For programs that know no other letters.</summary>
    private string PlainName => string.Create(
        CultureInfo.InvariantCulture, $"{batch.Year}-{batch.Batch:00}-{batch.Kind.ToString().ToLowerInvariant()}.{format.Extension}");
}
