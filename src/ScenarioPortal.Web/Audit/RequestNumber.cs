using System.Globalization;
using System.Security.Cryptography;

namespace ScenarioPortal.Web.Audit;

/// <summary>
/// The number of a request, such as 20260320-140412-7F2C1A9B: time in Shanghai and chance. The trail, the log and error pages carry the same,
/// so that what somebody reads out on the telephone is found. Never taken from the request: whoever asks cannot choose it.
/// </summary>
internal static class RequestNumber
{
    private const string TimeFormat = "yyyyMMdd-HHmmss";
    private const int Digits = 8;

    public static string New(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.InShanghai().ToString(TimeFormat, CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(Digits)}");

    /// <summary>When the request came in, to the second; null when this is no such number.</summary>
    public static DateTimeOffset? TimeOf(string number) =>
        number.Length == TimeFormat.Length + 1 + Digits
        && DateTime.TryParseExact(number[..TimeFormat.Length], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, Clock.Zone.GetUtcOffset(time)) : null;
}
