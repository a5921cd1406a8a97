using System.Xml;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>Turns what damaged content throws, wherever in the file, into one refusal of the file.</summary>
internal static class Damage
{
    public static IEnumerable<T> Refused<T>(IEnumerable<T> items)
    {
        using var walk = items.GetEnumerator();
        while (Refused(walk.MoveNext))
        {
            yield return walk.Current;
        }
    }

    public static T Refused<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            // XmlReader wraps what its stream refuses.
            throw damage.InnerException as UnreadableFileException ?? new UnreadableFileException(new Reason(FileRefusals.Corrupt), damage);
        }
    }
}
