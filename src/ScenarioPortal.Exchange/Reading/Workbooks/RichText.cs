using System.Text;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>The text of a shared or inline string: plain, or in runs of several fonts. Readings above characters are left out.</summary>
internal static class RichText
{
    public static void Append(PartReader reader, StringBuilder text, int maxLength)
    {
        if (reader.IsEmpty)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.NextInside(depth))
        {
            if (reader.Name == "t")
            {
                reader.AppendText(text, maxLength);
            }
            else if (reader is { Name: "rPh", IsEmpty: false })
            {
                var reading = reader.Depth;
                while (reader.Next() && reader.Depth > reading)
                {
                }
            }
        }
    }
}
