using System.Net;
using System.Text.RegularExpressions;
using ScenarioPortal.Web;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What came back, in the words of the matrix.</summary>
internal sealed partial record Answer(string Outcome, string Body)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var location = response.Headers.Location?.OriginalString;
        var outcome = response.StatusCode switch
        {
            HttpStatusCode.Redirect when location!.StartsWith(Links.SecondFactor, StringComparison.Ordinal) || location.StartsWith(Links.SetUpSecondFactor, StringComparison.Ordinal) => "factor",
            HttpStatusCode.Redirect when location!.StartsWith(Links.SignInTo(""), StringComparison.Ordinal) => "sign-in",
            HttpStatusCode.Redirect or HttpStatusCode.TemporaryRedirect when location!.StartsWith(Links.Confirm, StringComparison.Ordinal) => "confirm",
            HttpStatusCode.Redirect => "done",
            var status => $"{(int)status}"
        };
        return new Answer(outcome, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Without the request's number, its time, the form's token and the identities that were asked for.</summary>
    public string Comparable(string path) => Identity().Matches(path).Select(m => m.Value).Append(World.Absent).Append(World.Malformed)
        .Aggregate(Fleeting().Replace(Body, "…"), (body, identity) => body.Replace(identity, "…", StringComparison.Ordinal));

    [GeneratedRegex(@"\d{8}-\d{6}-[0-9A-F]{8}|CfDJ8[\w-]+")]
    private static partial Regex Fleeting();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identity();
}
