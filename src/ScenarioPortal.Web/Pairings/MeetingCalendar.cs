using System.Globalization;
using System.Text;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Pairings;

/// <summary>An accepted hour as calendars read it (RFC 5545). The same hour has the same UID for ever; called off, it has the next SEQUENCE.</summary>
internal static class MeetingCalendar
{
    private const int LineOctets = 75;

    public static string Of(PairingMeeting meeting, string about, Uri address)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//ScenarioPortal//Pairing meetings//ZH",
            "CALSCALE:GREGORIAN",
            $"METHOD:{(meeting.State is MeetingState.CalledOff ? "CANCEL" : "PUBLISH")}",
            "BEGIN:VEVENT",
            $"UID:{meeting.Id}@scenario-portal",
            $"DTSTAMP:{Utc(meeting.AnsweredAt ?? meeting.ProposedAt)}",
            $"DTSTART:{Utc(meeting.StartsAt)}",
            $"DTEND:{Utc(meeting.EndsAt)}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{meeting.Sequence}"),
            $"STATUS:{(meeting.State is MeetingState.CalledOff ? "CANCELLED" : "CONFIRMED")}",
            $"SUMMARY:{Escaped(meeting.Subject)}",
            $"LOCATION:{Escaped(meeting.Place)}",
            $"DESCRIPTION:{Escaped(about)}",
            $"URL:{address.AbsoluteUri}",
            "END:VEVENT",
            "END:VCALENDAR"
        ];
        return string.Concat(lines.Select(l => $"{Folded(l)}\r\n"));
    }

    /// <summary>What would end a value or a line does not.</summary>
    public static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>No line has more than 75 octets, and no character is torn apart.</summary>
    public static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
